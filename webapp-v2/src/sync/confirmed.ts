import type { ActivityEntry, ChangesPage, Expense, ExpensesPage } from '@splitifyd/shared/contract';
import type { Advance, GroupHead, StoredGroup } from '../local-db/local-db.ts';
import { forgettable } from '../local-db/stored-cursor.ts';

/** A group as the server had it at the cursor: nothing of this is a guess. An expense that did not change stays the same object. */
export interface Confirmed extends GroupHead {
  /** Tombstones included, so that a list that was read before a deletion does not bring the expense back. */
  expenses: ReadonlyMap<string, Expense>;
  /** In the order of their `seq`; the newest ones. */
  entries: readonly ActivityEntry[];
}

const byId = (expenses: readonly Expense[]) => new Map(expenses.map((expense) => [expense.id, expense]));

export const fromStored = (stored: StoredGroup): Confirmed => ({ ...stored, expenses: byId(stored.expenses) });

export const toStored = (confirmed: Confirmed): StoredGroup => ({
  ...confirmed,
  expenses: [...confirmed.expenses.values()],
  entries: [...confirmed.entries],
});

/** What a pull from 0 brings. */
export const fromSnapshot = (page: ChangesPage): Confirmed => ({
  group: page.group,
  cursor: page.nextSince,
  epoch: page.epoch,
  olderCursor: page.snapshot?.nextCursor ?? null,
  expenses: byId(page.snapshot?.expenses ?? []),
  entries: page.entries,
});

/** Two pages that follow each other as one. */
export const joinPages = (first: ChangesPage, second: ChangesPage): ChangesPage => ({
  ...second,
  entries: [...first.entries, ...second.entries],
});

/** Whether the page's group is the group as of its last entry: a page that ends earlier must be joined with those that follow. */
export const isWhole = (page: ChangesPage): boolean => page.nextSince === page.group.seq;

/**
 * Lays a page on the confirmed state. `since` is where the page begins. Null where it does not continue the cursor: a gap,
 * nothing new, another epoch, or a page that is not whole. So the cursor never goes back [INV4].
 */
export function advance(
  confirmed: Confirmed,
  since: number,
  page: ChangesPage,
): { next: Confirmed; step: Omit<Advance, 'acknowledged'> } | null {
  const isNext = since <= confirmed.cursor && confirmed.cursor < page.nextSince;
  if (!isNext || !isWhole(page) || page.epoch !== confirmed.epoch) return null;

  const entries = page.entries.filter(({ seq }) => seq > confirmed.cursor);
  const changed = new Map<string, Expense>();
  for (const { entity } of entries) if (entity.kind === 'expense') changed.set(entity.state.id, entity.state);

  const head: GroupHead = { group: page.group, cursor: page.nextSince, epoch: page.epoch, olderCursor: confirmed.olderCursor };
  const oldest = forgettable(head.cursor);
  const next: Confirmed = {
    ...head,
    expenses: changed.size === 0 ? confirmed.expenses : new Map([...confirmed.expenses, ...changed]),
    entries: [...confirmed.entries, ...entries].filter(({ seq }) => seq > oldest),
  };
  return { next, step: { since: confirmed.cursor, head, expenses: [...changed.values()], entries } };
}

/**
 * Adds a page of older expenses. The page was read at a head of its own, so rows that changed after the cursor are left to
 * the pull that will bring them; `ahead` is the newest `seq` among those (0 when none).
 */
export function addOlder(confirmed: Confirmed, page: ExpensesPage): { next: Confirmed; added: Expense[]; ahead: number } {
  const added = page.expenses.filter(({ id, seq }) => seq <= confirmed.cursor && !confirmed.expenses.has(id));
  const ahead = Math.max(0, ...page.expenses.map(({ seq }) => seq).filter((seq) => seq > confirmed.cursor));
  const expenses = new Map([...confirmed.expenses, ...byId(added)]);
  return { next: { ...confirmed, expenses, olderCursor: page.pagination.nextCursor }, added, ahead };
}
