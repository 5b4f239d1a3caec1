import type { ActivityEntry, ChangesPage } from '@splitifyd/shared/contract';
import { visible } from '../membership.ts';
import type { StoredGroup } from '../ports.ts';

/**
 * What a mutation answers: the group as it is and the mutation's own entry. An author whose cursor is `seq − 1` needs no pull.
 * Without an entry nothing was changed; the page then tells the head only, and is no reason to move a cursor.
 */
export function mutationPage(group: StoredGroup, entry: ActivityEntry | null, epoch: string): ChangesPage {
  const nextSince = entry?.seq ?? group.seq;
  return {
    group: visible(group),
    entries: entry ? [entry] : [],
    nextSince,
    headSeq: group.seq,
    hasMore: group.seq > nextSince,
    epoch,
  };
}
