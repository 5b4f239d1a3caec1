import { computeShares } from '../domain/index.ts';
import { withoutUndefined } from './edits.ts';
import type { ExpenseEdit, NewExpense, NewSettlement, SettlementEdit } from './endpoints.ts';
import type { Expense, Revisioned, Settlement } from './entities.ts';
import { movesMoney } from './money-fields.ts';

/**
 * What becomes of an expense or settlement that is made, edited or deleted. The server decides by it and the page shows by it what is still to
 * be sent, so that nothing jumps when the answer comes. Whether the change is allowed is not asked here.
 */

/** Where a revision stands in its group's history. */
export interface Signature {
  /** Member id. */
  by: string;
  /** Epoch ms. */
  at: number;
  seq: number;
}

export const firstRevision = ({ by, at, seq }: Signature): Revisioned => ({
  createdBy: by,
  createdAt: at,
  updatedBy: by,
  updatedAt: at,
  version: 1,
  seq,
  deletedAt: null,
});

export const nextRevision = <Entity extends Revisioned>(before: Entity, { by, at, seq }: Signature): Entity => ({
  ...before,
  updatedBy: by,
  updatedAt: at,
  version: before.version + 1,
  seq,
});

/** What is left of something deleted, so that pulls can tell of it. */
export const tombstone = <Entity extends Revisioned>(before: Entity, signature: Signature): Entity => ({
  ...nextRevision(before, signature),
  deletedAt: signature.at,
});

/** @throws InvalidSplit as `computeShares` */
export const expenseOf = (body: NewExpense, groupId: string, signature: Signature): Expense =>
  withShares({ ...body, groupId, shares: {}, ...firstRevision(signature) });

/** Text leaves the shares as they are. @throws InvalidSplit as `computeShares` */
export function editedExpense(before: Expense, edit: ExpenseEdit, signature: Signature): Expense {
  const named = withoutUndefined(edit);
  const after = { ...nextRevision(before, signature), ...named };
  return movesMoney('expense', Object.keys(named)) ? withShares(after) : after;
}

export const settlementOf = (body: NewSettlement, groupId: string, signature: Signature): Settlement => ({
  ...body,
  groupId,
  ...firstRevision(signature),
});

export const editedSettlement = (before: Settlement, edit: SettlementEdit, signature: Signature): Settlement => ({
  ...nextRevision(before, signature),
  ...withoutUndefined(edit),
});

/** The id decides who bears the odd coins, so every revision gives them to the same members. */
const withShares = (expense: Expense): Expense => ({ ...expense, shares: computeShares(expense.amount, expense.split, expense.id) });
