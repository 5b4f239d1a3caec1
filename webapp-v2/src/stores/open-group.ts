import type { ReadonlySignal } from '@preact/signals';
import type { ActivityEntry, Expense, ExpenseEdit, Group, Member, NewExpense, ProblemCode } from '@splitifyd/shared/contract';
import type { BalancesByCurrency, TransfersByCurrency } from '@splitifyd/shared/domain';
import type { Result } from './result.ts';

/** `pending`: a change of this browser that the confirmed state does not hold yet. */
export interface ExpenseRow {
  expense: Expense;
  pending: boolean;
}

export type ExpenseDraft = Omit<NewExpense, 'id'>;
export type { ExpenseEdit };

/** A change that the server refused, or that met a newer version (`stale-version`): it is no longer part of the view. */
export interface Notice {
  id: string;
  action: 'create' | 'update' | 'delete';
  code: ProblemCode;
  expenseId: string;
  /** What was typed, to be offered again. */
  draft?: ExpenseDraft | ExpenseEdit;
  /** The expense as it is now, where the server told it. */
  current?: Expense;
}

/** One group while its page is open. Everything shown is the confirmed state at the cursor plus the pending changes [INV7]. */
export interface OpenGroup {
  status: ReadonlySignal<'loading' | 'ready' | 'gone' | 'failed'>;
  /** As of the cursor; its `balances` are confirmed ones, `balances` below are what to show. */
  group: ReadonlySignal<Group | null>;
  me: ReadonlySignal<Member | null>;
  /** Newest date first; an unchanged row is the same object. */
  rows: ReadonlySignal<ExpenseRow[]>;
  hasMore: ReadonlySignal<boolean>;
  loadMore(): Promise<void>;
  balances: ReadonlySignal<BalancesByCurrency>;
  transfers: ReadonlySignal<TransfersByCurrency>;
  /** Newest first. */
  activity: ReadonlySignal<ActivityEntry[]>;
  /** expenseId → memberId of whoever else changed it in the last seconds. */
  arrivals: ReadonlySignal<ReadonlyMap<string, string>>;
  notices: ReadonlySignal<Notice[]>;
  dismiss(noticeId: string): void;
  /** Shows and queues the expense at once; gives its id. */
  addExpense(draft: ExpenseDraft): string;
  /** `version` is the one the form was opened with. */
  editExpense(id: string, edit: ExpenseEdit, version: number): void;
  deleteExpense(id: string): void;
  addMember(displayName: string): Promise<Result<Member>>;
  /** `claims`: the placeholder that the invited person is to take over. The link carries the secret in its fragment. */
  createInvite(claims: string | null): Promise<Result<{ link: string }>>;
  close(): void;
}
