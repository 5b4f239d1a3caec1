import type { Expense } from '@splitifyd/shared/contract';
import { addEffect, type BalancesByCurrency, computeShares, expenseEffect, InvalidSplit } from '@splitifyd/shared/domain';
import type { QueuedChange } from '../local-db/queued-change.ts';
import type { Confirmed } from './confirmed.ts';

export interface ViewRow {
  expense: Expense;
  /** A change of this browser that the confirmed state does not hold yet has a part in it. */
  pending: boolean;
}

/** What is shown: confirmed + pending, and nothing else [INV7]. */
export interface View {
  /** Newest date first, then newest made, then by id: the order of the server's list. */
  rows: readonly ViewRow[];
  balances: BalancesByCurrency;
}

export type Project = (confirmed: Confirmed, pending: readonly QueuedChange[], myMemberId: string) => View;

/**
 * Replays the pending changes on the confirmed state. The result depends on the arguments alone; what is remembered
 * between calls only keeps rows that did not change the same objects, so that drawing them again costs nothing.
 */
export function createProjection(): Project {
  let shown = new Map<string, ViewRow>();
  let replayed = new Map<string, { before: Expense | undefined; after: Expense | undefined }>();

  return (confirmed, pending, myMemberId) => {
    const expenses = new Map(confirmed.expenses);
    const touched = new Set<string>();
    const replaying: typeof replayed = new Map();
    let { balances } = confirmed.group;

    for (const change of pending) {
      const before = expenses.get(change.expenseId);
      const known = replayed.get(change.mutationId);
      const after = known && known.before === before ? known.after : replay(change, before, myMemberId);
      replaying.set(change.mutationId, { before, after });
      if (after === undefined) continue;
      balances = move(move(balances, before, -1), after, 1);
      expenses.set(after.id, after);
      touched.add(after.id);
    }

    const rows: ViewRow[] = [];
    for (const expense of expenses.values()) {
      if (expense.deletedAt !== null) continue;
      const pendingNow = touched.has(expense.id);
      const row = shown.get(expense.id);
      rows.push(row && row.expense === expense && row.pending === pendingNow ? row : { expense, pending: pendingNow });
    }
    rows.sort((a, b) => newestFirst(a.expense, b.expense));
    shown = new Map(rows.map((row) => [row.expense.id, row]));
    replayed = replaying;
    return { rows, balances };
  };
}

/** The expense after a change, as the server will make it; undefined where the change has nothing to act on and will be refused. */
function replay({ change, expenseId, groupId, queuedAt }: QueuedChange, before: Expense | undefined, me: string): Expense | undefined {
  if (change.action === 'create') {
    if (before) return undefined;
    const { draft } = change;
    const authorship = { createdBy: me, createdAt: queuedAt, updatedBy: me, updatedAt: queuedAt };
    return withShares({ ...draft, ...authorship, id: expenseId, groupId, shares: {}, version: 1, seq: 0, deletedAt: null });
  }
  if (!before || before.deletedAt !== null) return undefined;
  const changed = { ...before, version: before.version + 1, updatedBy: me, updatedAt: queuedAt };
  return change.action === 'delete' ? { ...changed, deletedAt: queuedAt } : withShares({ ...changed, ...definedIn(change.edit) });
}

function withShares(expense: Expense): Expense | undefined {
  try {
    return { ...expense, shares: computeShares(expense.amount, expense.split, expense.id) };
  } catch (error) {
    if (error instanceof InvalidSplit) return undefined;
    throw error;
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

const definedIn = <T extends object>(edit: T): Defined<T> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Defined<T>;

function move(balances: BalancesByCurrency, expense: Expense | undefined, sign: 1 | -1): BalancesByCurrency {
  if (!expense || expense.deletedAt !== null) return balances;
  return addEffect(balances, expense.currency, expenseEffect(expense), sign);
}

function newestFirst(a: Expense, b: Expense): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.id < b.id ? 1 : -1;
}
