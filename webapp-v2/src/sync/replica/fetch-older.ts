import { LIMITS } from '@splitifyd/shared/contract';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { OlderRows } from '../../local-db/local-db.ts';
import type { Call } from '../api.ts';
import { beyondOf } from './confirmed.ts';

/** Fetches a page of a group's list, newest date first, from `cursor` on ('' for its beginning). @throws ApiProblem, Unreachable */
export async function fetchOlder(call: Call, groupId: string, kind: EntityKind, cursor: string, signal: AbortSignal): Promise<OlderRows> {
  const request = { params: { groupId }, query: { limit: LIMITS.pageSize, ...(cursor !== '' && { cursor }) } };
  if (kind === 'expense') {
    const { expenses, pagination } = await call('listExpenses', request, signal);
    return { kind, rows: expenses.map((state) => ({ kind, state })), beyond: beyondOf(expenses, pagination.nextCursor) };
  }
  const { settlements, pagination } = await call('listSettlements', request, signal);
  return { kind, rows: settlements.map((state) => ({ kind, state })), beyond: beyondOf(settlements, pagination.nextCursor) };
}
