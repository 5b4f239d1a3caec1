import type { ActivityEntry, ChangesPage, Expense, Settlement } from '@splitifyd/shared/contract';
import { isLedgerRow, type LedgerRow } from '../../local-db/ledger.ts';
import type { Advance, Beyond, GroupHead, OlderRows, StoredGroup } from '../../local-db/local-db.ts';
import { forgettable } from '../../local-db/stored-cursor.ts';

/** A group as the server had it at the cursor: nothing of this is a guess. A row that did not change stays the same object. */
export interface Confirmed extends GroupHead {
  /** Tombstones included, so that a list that was read before a deletion does not bring the row back. */
  expenses: ReadonlyMap<string, Expense>;
  settlements: ReadonlyMap<string, Settlement>;
  /** In the order of their `seq`; the newest ones. */
  entries: readonly ActivityEntry[];
}

type RowMaps = Pick<Confirmed, 'expenses' | 'settlements'>;

/** The maps with the rows put over theirs; a map that none of them touches stays the same. */
function mergeRows(maps: RowMaps, rows: readonly LedgerRow[]): RowMaps {
  const expenses = rows.flatMap((row) => (row.kind === 'expense' ? [row.state] : []));
  const settlements = rows.flatMap((row) => (row.kind === 'settlement' ? [row.state] : []));
  return { expenses: withRows(maps.expenses, expenses), settlements: withRows(maps.settlements, settlements) };
}

const withRows = <Row extends { id: string }>(map: ReadonlyMap<string, Row>, rows: readonly Row[]): ReadonlyMap<string, Row> =>
  rows.length === 0 ? map : new Map([...map, ...rows.map((row): [string, Row] => [row.id, row])]);

const NO_ROWS: RowMaps = { expenses: new Map(), settlements: new Map() };

const rowsOf = ({ expenses, settlements }: RowMaps): LedgerRow[] => [
  ...[...expenses.values()].map((state): LedgerRow => ({ kind: 'expense', state })),
  ...[...settlements.values()].map((state): LedgerRow => ({ kind: 'settlement', state })),
];

export const holds = (maps: RowMaps, { kind, state }: LedgerRow): boolean =>
  (kind === 'expense' ? maps.expenses : maps.settlements).has(state.id);

export const fromStored = ({ rows, ...stored }: StoredGroup): Confirmed => ({ ...stored, ...mergeRows(NO_ROWS, rows) });

export const toStored = ({ expenses, settlements, ...confirmed }: Confirmed): StoredGroup => ({
  ...confirmed,
  rows: rowsOf({ expenses, settlements }),
  entries: [...confirmed.entries],
});

/** What a pull from 0 brings. */
export function fromSnapshot({ group, nextSince, epoch, entries, snapshot }: ChangesPage): Confirmed {
  const { expenses = [], settlements = [], nextCursor = null, nextSettlementCursor = null } = snapshot ?? {};
  const rows = [
    ...expenses.map((state): LedgerRow => ({ kind: 'expense', state })),
    ...settlements.map((state): LedgerRow => ({ kind: 'settlement', state })),
  ];
  const older = { expense: beyondOf(expenses, nextCursor), settlement: beyondOf(settlements, nextSettlementCursor) };
  return { group, cursor: nextSince, epoch, older, ...mergeRows(NO_ROWS, rows), entries };
}

/** What a list goes on with after `rows`, newest date first. */
export const beyondOf = (rows: readonly { date: string }[], cursor: string | null): Beyond | null =>
  cursor === null ? null : { cursor, reached: rows.at(-1)?.date ?? '' };

/** Two pages that follow each other as one. */
export const joinPages = (first: ChangesPage, second: ChangesPage): ChangesPage => ({
  ...second,
  entries: [...first.entries, ...second.entries],
});

/** Whether the page's group is the group as of its last entry: a page that ends earlier must be joined with those that follow. */
export const isWhole = (page: ChangesPage): boolean => page.nextSince === page.group.seq;

/**
 * The confirmed state with a page on top. `since` is where the page begins. Null where it does not continue the cursor: a gap,
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
  const rows = newestStates(entries);
  const head: GroupHead = { group: page.group, cursor: page.nextSince, epoch: page.epoch, older: confirmed.older };
  const oldest = forgettable(head.cursor);
  const next: Confirmed = {
    ...head,
    ...mergeRows(confirmed, rows),
    entries: [...confirmed.entries, ...entries].filter(({ seq }) => seq > oldest),
  };
  return { next, step: { since: confirmed.cursor, head, rows, entries } };
}

/** What the entries leave behind: of several states of one row the last. */
function newestStates(entries: readonly ActivityEntry[]): LedgerRow[] {
  const rows = new Map<string, LedgerRow>();
  for (const { entity } of entries) if (isLedgerRow(entity)) rows.set(entity.state.id, entity);
  return [...rows.values()];
}

/**
 * Adds rows that the state does not hold yet. They were read at a head of their own, so those that changed after the cursor
 * are left to the pull that will bring them; `ahead` is the newest `seq` among these (0 when none).
 */
export function addRows(confirmed: Confirmed, rows: readonly LedgerRow[]): { next: Confirmed; added: LedgerRow[]; ahead: number } {
  const added = rows.filter((row) => row.state.seq <= confirmed.cursor && !holds(confirmed, row));
  const ahead = Math.max(0, ...rows.map(({ state }) => state.seq).filter((seq) => seq > confirmed.cursor));
  return { next: { ...confirmed, ...mergeRows(confirmed, added) }, added, ahead };
}

/** Adds a page of older rows, as `addRows` does. */
export function addOlder(confirmed: Confirmed, { kind, rows, beyond }: OlderRows): ReturnType<typeof addRows> {
  const { next, ...rest } = addRows(confirmed, rows);
  return { next: { ...next, older: { ...confirmed.older, [kind]: beyond } }, ...rest };
}
