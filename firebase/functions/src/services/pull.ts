import type { ActivityEntry, ChangesPage, ParsedQuery } from '@splitifyd/shared/contract';
import { LIMITS } from '@splitifyd/shared/contract';
import { admit, visible } from './membership.ts';
import { datedCursor } from './page-cursor.ts';
import type { ActivityReader, DatedPosition, GroupReader, ReadEpoch } from './ports.ts';
import { Problem } from './problem.ts';

interface PullDeps {
  groups: GroupReader;
  activity: ActivityReader;
  readEpoch: ReadEpoch;
}

export type Pull = ReturnType<typeof createPull>;

/**
 * What happened in a group since a cursor, up to the group's head; what is committed meanwhile waits for the next pull.
 * A cursor of 0 asks for a snapshot, which never fails.
 */
export function createPull({ groups, activity, readEpoch }: PullDeps) {
  return async (groupId: string, query: ParsedQuery<'pullChanges'>, userId: string): Promise<ChangesPage> =>
    query.since === 0 ? snapshot(groupId, userId) : delta(groupId, query, userId);

  async function delta(groupId: string, { since, limit, epoch: known }: ParsedQuery<'pullChanges'>, userId: string): Promise<ChangesPage> {
    // Group and activity are read at once, which halves the wait.
    const [found, early, epoch] = await Promise.all([groups.get(groupId), activity.after(groupId, since, limit), readEpoch()]);
    const { group } = admit('pullChanges', found, userId);
    const head = group.seq;
    if (since > head || since < group.floorSeq || (known !== undefined && known !== epoch)) throw new Problem('reload-required');
    // Each seq has exactly one entry, so their number tells whether the activity was read before the group moved on.
    const isComplete = upTo(head, early).length === Math.min(limit, head - since);
    const entries = upTo(head, isComplete ? early : await activity.after(groupId, since, limit));
    const nextSince = entries.at(-1)?.seq ?? head;
    return { group: visible(group), entries, nextSince, headSeq: head, hasMore: nextSince < head, epoch };
  }

  async function snapshot(groupId: string, userId: string): Promise<ChangesPage> {
    const size = LIMITS.defaultPageSize;
    // Read as one before it is known whether the caller may see it: nearly everybody who asks may.
    const [found, epoch] = await Promise.all([
      activity.snapshot(groupId, { expenses: size + 1, settlements: size + 1, entries: size }),
      readEpoch(),
    ]);
    const { group } = admit('pullChanges', found?.group ?? null, userId);
    const expenses = firstOf(found?.expenses ?? [], size);
    const settlements = firstOf(found?.settlements ?? [], size);
    return {
      group: visible(group),
      entries: found?.entries ?? [],
      nextSince: group.seq,
      headSeq: group.seq,
      hasMore: false,
      epoch,
      snapshot: {
        expenses: expenses.rows,
        nextCursor: expenses.nextCursor,
        settlements: settlements.rows,
        nextSettlementCursor: settlements.nextCursor,
      },
    };
  }
}

/** The page that `size + 1` rows were read for: the one too many tells that there is another page. */
function firstOf<Row extends DatedPosition>(found: Row[], size: number): { rows: Row[]; nextCursor: string | null } {
  const rows = found.slice(0, size);
  return { rows, nextCursor: datedCursor.next(rows, found.length > size).nextCursor };
}

const upTo = (head: number, entries: ActivityEntry[]): ActivityEntry[] => entries.filter(({ seq }) => seq <= head);
