import type { ChangesDigest, GroupSummary } from '@splitifyd/shared/contract';
import type { StoredGroupList } from '../local-db/local-db.ts';
import type { Call } from './api.ts';

export const byId = (groups: readonly GroupSummary[]): Map<string, GroupSummary> => new Map(groups.map((group) => [group.id, group]));

/** A group that is known further on than it arrives stays as it is known [INV4]. */
export function keepNewer(groups: Map<string, GroupSummary>, incoming: GroupSummary): void {
  if ((groups.get(incoming.id)?.seq ?? 0) <= incoming.seq) groups.set(incoming.id, incoming);
}

/**
 * The list as it is now: what is new since `known`, laid over it, in no order. Adds to `left` the groups that the reader is in no
 * longer. @throws ApiProblem, Unreachable
 */
export async function fetchGroupList(
  call: Call,
  known: StoredGroupList | null,
  left: Set<string>,
  signal: AbortSignal,
): Promise<StoredGroupList> {
  const groups = byId(known?.groups ?? []);
  let cursor = known?.cursor;
  for (;;) {
    const page: ChangesDigest = await call('listChanges', { params: {}, query: { ...(cursor !== undefined && { cursor }) } }, signal);
    for (const group of page.groups) keepNewer(groups, group);
    for (const id of page.removed) {
      groups.delete(id);
      left.add(id);
    }
    cursor = page.cursor;
    if (!page.hasMore) return { groups: [...groups.values()], cursor, epoch: page.epoch };
  }
}
