import type { EntityKind, LedgerRow } from '../../local-db/ledger.ts';
import type { QueuedChange } from '../../local-db/queued-change.ts';
import { hasCode } from '../api-error.ts';
import { addRows, type Confirmed } from './confirmed.ts';
import type { GroupSource } from './fetch-changes.ts';
import { fetchOlder } from './fetch-older.ts';

/**
 * A snapshot's lists end somewhere; without the row that it rests on, a queued change could not be shown [INV7]. Asks until
 * nothing is missing: more may be queued meanwhile. @throws ApiProblem, Unreachable
 */
export async function withBases(
  snapshot: Confirmed,
  source: GroupSource,
  pending: () => readonly QueuedChange[],
): Promise<ReturnType<typeof addRows>> {
  const asked = new Set<string>();
  const rows: LedgerRow[] = [];
  for (;;) {
    const bases = missingBases(pending(), snapshot).filter(({ id }) => !asked.has(id));
    if (bases.length === 0) return addRows(snapshot, rows);
    for (const { id } of bases) asked.add(id);
    rows.push(...(await fetchBases(source, bases)));
  }
}

/** A row that a queued change rests on. */
interface Base {
  kind: EntityKind;
  id: string;
  /** The earliest date that it may have, where that is known. */
  since: string;
}

/**
 * The rows that changes rest on and the state does not hold. Where it holds the whole history, there is no such row any more.
 * A creation may rest on its own row: it was applied, but its answer was lost, and the state counts it already.
 */
function missingBases(pending: readonly QueuedChange[], { expenses, settlements, older }: Confirmed): Base[] {
  const held = { expense: expenses, settlement: settlements };
  const missing = new Map<string, Base>();
  for (const { change, entityId: id } of pending) {
    const { kind } = change;
    if (older[kind] === null || held[kind].has(id)) continue;
    const since = change.action === 'create' ? change.draft.date : (missing.get(id)?.since ?? '');
    const edited = change.action === 'update' ? change.edit.date : undefined;
    missing.set(id, { kind, id, since: edited !== undefined && edited < since ? edited : since });
  }
  return [...missing.values()];
}

/**
 * The rows as the server has them now; those it does not have (any more) are left out. Rows of this browser would not do: a
 * stale one could be told from a current one by no later pull. @throws ApiProblem, Unreachable
 */
async function fetchBases(source: GroupSource, bases: readonly Base[]): Promise<LedgerRow[]> {
  const expenseIds = bases.filter(({ kind }) => kind === 'expense').map(({ id }) => id);
  const [expenses, settlements] = await Promise.all([
    Promise.all(expenseIds.map((expenseId) => fetchExpense(source, expenseId))),
    findSettlements(
      source,
      bases.filter(({ kind }) => kind === 'settlement'),
    ),
  ]);
  return [...expenses.flat(), ...settlements];
}

async function fetchExpense({ call, groupId, signal }: GroupSource, expenseId: string): Promise<LedgerRow[]> {
  try {
    return [{ kind: 'expense', state: await call('getExpense', { params: { groupId, expenseId } }, signal) }];
  } catch (error) {
    if (hasCode(error, 'not-found')) return [];
    throw error;
  }
}

/** There is no asking for a single payment; there are seldom more than one page of them. */
async function findSettlements(source: GroupSource, bases: readonly Base[]): Promise<LedgerRow[]> {
  const found: LedgerRow[] = [];
  let missing = bases;
  let cursor: string | null = '';
  while (cursor !== null && missing.length > 0) {
    const { rows, beyond } = await fetchOlder(source, 'settlement', cursor);
    const ids = new Set(missing.map(({ id }) => id));
    const here = rows.filter(({ state }) => ids.has(state.id));
    found.push(...here);
    const reached = beyond?.reached ?? '';
    missing = missing.filter(({ id, since }) => since <= reached && !here.some(({ state }) => state.id === id));
    cursor = beyond?.cursor ?? null;
  }
  return found;
}
