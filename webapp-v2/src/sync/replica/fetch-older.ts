import { LIMITS } from '@splitifyd/shared/contract';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { OlderRows } from '../../local-db/local-db.ts';
import { beyondOf } from './confirmed.ts';
import type { GroupSource } from './fetch-changes.ts';

/** Fetches a page of a group's list, newest date first, from `cursor` on ('' for its beginning). @throws ApiProblem, Unreachable */
export async function fetchOlder({ call, groupId, signal }: GroupSource, kind: EntityKind, cursor: string): Promise<OlderRows> {
  const request = { params: { groupId }, query: { limit: LIMITS.pageSize, ...(cursor !== '' && { cursor }) } };
  if (kind === 'expense') {
    const { expenses, pagination } = await call('listExpenses', request, signal);
    return { kind, rows: expenses.map((state) => ({ kind, state })), beyond: beyondOf(expenses, pagination.nextCursor) };
  }
  const { settlements, pagination } = await call('listSettlements', request, signal);
  return { kind, rows: settlements.map((state) => ({ kind, state })), beyond: beyondOf(settlements, pagination.nextCursor) };
}
