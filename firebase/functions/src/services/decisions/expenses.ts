import { differing, type Expense, type ExpenseEdit, type Member, type NewExpense, withoutUndefined } from '@splitifyd/shared/contract';
import type { Change, Decide } from '../ledger.ts';
import { Problem } from '../problem.ts';
import { expenseMovement, moveBalances } from './balances.ts';
import { requireAvailable } from './expense-members.ts';
import { sharesOf } from './expense-money.ts';
import { requireVersion, touched } from './versions.ts';

/** Refuses an id that another mutation has used, a split that does not add up, and members who are not there. */
export const createExpense =
  (body: NewExpense): Decide<Member> =>
  ({ group, actor, expense: existing }, { seq, at }) => {
    if (existing) throw new Problem('id-in-use');
    requireAvailable(group, body, null);
    const expense: Expense = {
      ...body,
      groupId: group.id,
      shares: sharesOf(body),
      createdBy: actor.id,
      createdAt: at,
      updatedBy: actor.id,
      updatedAt: at,
      version: 1,
      seq,
      deletedAt: null,
    };
    return {
      group: { balances: moveBalances(group.balances, null, expenseMovement(expense)), expenseCount: group.expenseCount + 1 },
      actorId: actor.id,
      action: 'expense.created',
      fields: [],
      entity: { kind: 'expense', state: expense },
    };
  };

const EDITABLE = [
  'description',
  'date',
  'amount',
  'currency',
  'category',
  'payers',
  'split',
  'note',
] as const satisfies (keyof ExpenseEdit)[];

/**
 * `fields` names what differs from before. An edit that makes no difference is no change: it gets no `seq` and no entry, nobody is
 * notified, and the version stays, so that nobody else's edit becomes stale for nothing.
 */
export const updateExpense =
  (edit: ExpenseEdit, ifMatch: number | undefined): Decide<Member> =>
  (state, stamp) => {
    const before = requireVersion(state.expense, ifMatch);
    const { group, actor } = state;
    const fields = differing(EDITABLE, edit, before);
    if (fields.length === 0) return null;
    const edited: Expense = { ...before, ...withoutUndefined(edit), ...touched(before, actor, stamp) };
    const movesMoney = fields.some((field) => field === 'amount' || field === 'currency' || field === 'payers' || field === 'split');
    if (!movesMoney) return { group: {}, actorId: actor.id, action: 'expense.updated', fields, entity: { kind: 'expense', state: edited } };

    requireAvailable(group, edited, before);
    const after: Expense = { ...edited, shares: sharesOf(edited) };
    return {
      group: { balances: moveBalances(group.balances, expenseMovement(before), expenseMovement(after)) },
      actorId: actor.id,
      action: 'expense.updated',
      fields,
      entity: { kind: 'expense', state: after },
    };
  };

/** Leaves a tombstone, so that pulls can tell of it; the money is taken back. */
export const deleteExpense =
  (ifMatch: number | undefined): Decide<Member> =>
  (state, stamp): Change => {
    const before = requireVersion(state.expense, ifMatch);
    const { group, actor } = state;
    return {
      group: { balances: moveBalances(group.balances, expenseMovement(before), null), expenseCount: group.expenseCount - 1 },
      actorId: actor.id,
      action: 'expense.deleted',
      fields: [],
      entity: { kind: 'expense', state: { ...before, ...touched(before, actor, stamp), deletedAt: stamp.at } },
    };
  };
