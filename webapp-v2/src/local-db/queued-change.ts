import type { Expense, ExpenseEdit, NewExpense, ProblemCode } from '@splitifyd/shared/contract';

export type { ExpenseEdit };

/** A new expense as it is typed: its id is made when it is queued. */
export type ExpenseDraft = Omit<NewExpense, 'id'>;

/** One intended change of an expense. `version` is the one its author saw. */
export type ExpenseChange =
  | { action: 'create'; draft: ExpenseDraft }
  | { action: 'update'; edit: ExpenseEdit; version: number }
  | { action: 'delete'; version: number };

/**
 * A change on its way to the server. It is its own optimistic row: the view replays it on the confirmed state.
 *
 *   queued ──sent──▶ acknowledged (ackSeq) ──cursor ≥ ackSeq──▶ gone: the confirmed state holds it
 *      └──refused──▶ notice
 */
export interface QueuedChange {
  /** Sent as the idempotency key: however often it is sent, it happens once. */
  mutationId: string;
  groupId: string;
  expenseId: string;
  change: ExpenseChange;
  /** Epoch ms. */
  queuedAt: number;
  /** The group's `seq` of this change, once the server has applied it. */
  ackSeq: number | null;
}

/** A change that the server refused. Its id is the mutation id. */
export interface Notice {
  id: string;
  groupId: string;
  expenseId: string;
  action: ExpenseChange['action'];
  code: ProblemCode;
  /** What was typed, to be offered again. */
  draft?: ExpenseDraft | ExpenseEdit;
  /** The expense as the server has it, where it told. */
  current?: Expense;
}
