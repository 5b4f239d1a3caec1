import type { EntityKind, LedgerRow } from '../local-db/ledger.ts';
import type { QueuedChange } from '../local-db/queued-change.ts';
import type { Call } from './api.ts';
import { hasCode } from './api-error.ts';
import type { Confirmed } from './confirmed.ts';
import { fetchOlder } from './fetch-older.ts';

/** A row that a queued change rests on. */
export interface Base {
  kind: EntityKind;
  id: string;
}

/** The rows that changes rest on and the state does not hold. Where it holds the whole history, there is no such row any more. */
export function missingBases(pending: readonly QueuedChange[], { expenses, settlements, older }: Confirmed): Base[] {
  const held = { expense: expenses, settlement: settlements };
  const missing = pending
    .filter(({ change: { kind, action }, entityId }) => action !== 'create' && older[kind] !== null && !held[kind].has(entityId))
    .map(({ change: { kind }, entityId: id }): [string, Base] => [id, { kind, id }]);
  return [...new Map(missing).values()];
}

/**
 * The rows as the server has them now; those it does not have (any more) are left out. Rows of this browser would not do: a
 * stale one could be told from a current one by no later pull. @throws ApiProblem, Unreachable
 */
export async function fetchBases(call: Call, groupId: string, bases: readonly Base[], signal: AbortSignal): Promise<LedgerRow[]> {
  const idsOf = (kind: EntityKind) => bases.filter((base) => base.kind === kind).map(({ id }) => id);
  const [expenses, settlements] = await Promise.all([
    Promise.all(idsOf('expense').map((expenseId) => fetchExpense(call, { groupId, expenseId }, signal))),
    findSettlements(call, groupId, new Set(idsOf('settlement')), signal),
  ]);
  return [...expenses.flat(), ...settlements];
}

async function fetchExpense(call: Call, params: { groupId: string; expenseId: string }, signal: AbortSignal): Promise<LedgerRow[]> {
  try {
    return [{ kind: 'expense', state: await call('getExpense', { params }, signal) }];
  } catch (error) {
    if (hasCode(error, 'not-found')) return [];
    throw error;
  }
}

/** There is no asking for a single payment; there are seldom more than one page of them. */
async function findSettlements(call: Call, groupId: string, ids: ReadonlySet<string>, signal: AbortSignal): Promise<LedgerRow[]> {
  const found: LedgerRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null && found.length < ids.size) {
    const page = await fetchOlder(call, groupId, 'settlement', cursor, signal);
    found.push(...page.rows.filter(({ state }) => ids.has(state.id)));
    cursor = page.beyond?.cursor ?? null;
  }
  return found;
}
