import type { ChangesDigest, GroupSummary } from '@splitifyd/shared/contract';
import type { StoredGroupList } from '../local-db/local-db.ts';
import type { Call } from './api.ts';

export const byId = (groups: readonly GroupSummary[]): Map<string, GroupSummary> => new Map(groups.map((group) => [group.id, group]));

/** A group that is known further on than it arrives stays as it is known [INV4]. */
export function keepNewer(groups: Map<string, GroupSummary>, incoming: GroupSummary): void {
  if ((groups.get(incoming.id)?.seq ?? 0) <= incoming.seq) groups.set(incoming.id, incoming);
}

/**
 * The list as it is now: what is new since `known`, laid over it, in no order; all of it anew where `known` is ahead of the server, which
 * an older back-up was put back into. Adds to `left` the groups that the reader is in no longer. @throws ApiProblem, Unreachable
 */
export async function fetchGroupList(
  call: Call,
  known: StoredGroupList | null,
  left: Set<string>,
  signal: AbortSignal,
): Promise<StoredGroupList> {
  const before = byId(known?.groups ?? []);
  const groups = new Map(before);
  let cursor = known?.cursor;
  for (;;) {
    const page: ChangesDigest = await call('listChanges', { params: {}, query: { ...(cursor !== undefined && { cursor }) } }, signal);
    if (page.groups.some(({ id, seq }) => seq < (before.get(id)?.seq ?? 0))) return fetchGroupList(call, null, left, signal);
    for (const group of page.groups) keepNewer(groups, group);
    for (const id of page.removed) {
      groups.delete(id);
      left.add(id);
    }
    cursor = page.cursor;
    if (!page.hasMore) return { groups: [...groups.values()], cursor, epoch: page.epoch };
  }
}
