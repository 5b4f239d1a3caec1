import {
  differing,
  type Expense,
  type ExpenseEdit,
  editedExpense,
  expenseOf,
  type LedgerRow,
  type Member,
  movesMoney,
  type NewExpense,
  tombstone,
  withoutUndefined,
} from '@splitifyd/shared/contract';
import type { Change, Decide, LedgerState } from '../ledger/change.ts';
import { Problem } from '../problem.ts';
import { requireAvailable } from './expense-members.ts';
import { requireSums } from './expense-money.ts';
import { ledgerChange } from './ledger-change.ts';
import { requireVersion } from './versions.ts';

const row = (state: Expense): LedgerRow => ({ kind: 'expense', state });

const stored = ({ found }: LedgerState<Member>): Expense | null => (found?.kind === 'expense' ? found.state : null);

/** Refuses an id that another mutation has used, a split that does not add up, and members who are not there. */
export const createExpense =
  (body: NewExpense): Decide<Member> =>
  (state, stamp): Change => {
    if (state.found) throw new Problem('id-in-use');
    const { group, actor } = state;
    requireAvailable(group, body, null);
    requireSums(body);
    return ledgerChange(state, { before: null, after: row(expenseOf(body, group.id, { by: actor.id, ...stamp })) });
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
  (edit: ExpenseEdit): Decide<Member> =>
  (state, stamp): Change | null => {
    const before = requireVersion(stored(state), state.ifMatch);
    const fields = differing(EDITABLE, edit, before);
    if (fields.length === 0) return null;
    if (movesMoney('expense', fields)) {
      const wanted = { ...before, ...withoutUndefined(edit) };
      requireAvailable(state.group, wanted, before);
      requireSums(wanted);
    }
    const after = editedExpense(before, edit, { by: state.actor.id, ...stamp });
    return ledgerChange(state, { before: row(before), after: row(after), fields });
  };

/** Leaves a tombstone, so that pulls can tell of it; the money is taken back. */
export const deleteExpense: Decide<Member> = (state, stamp): Change => {
  const before = requireVersion(stored(state), state.ifMatch);
  return ledgerChange(state, { before: row(before), after: row(tombstone(before, { by: state.actor.id, ...stamp })) });
};
