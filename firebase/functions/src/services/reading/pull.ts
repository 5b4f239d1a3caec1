import type { ActivityEntry, ChangesPage, ParsedQuery } from '@splitifyd/shared/contract';
import { LIMITS } from '@splitifyd/shared/contract';
import type { Line } from '../bounds/fair-line.ts';
import { createRecent } from '../bounds/recent.ts';
import { datedCursor } from '../cursors/page-cursor.ts';
import { admit, visible } from '../membership.ts';
import type { ActivityReader, DatedPosition, GroupReader, ReadEpoch, StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';

interface PullDeps {
  groups: GroupReader;
  activity: ActivityReader;
  pages: Line;
  readEpoch: ReadEpoch;
}

export type Pull = ReturnType<typeof createPull>;

/** Callers who are known to have been let into a group lately, so that what they ask for is read without waiting for the group. */
const CALLERS_REMEMBERED = 20_000;

/**
 * What happened in a group since a cursor, up to the group's head; what is committed meanwhile waits for the next pull.
 * A cursor of 0 asks for a snapshot, which never fails.
 *
 * Nothing but the group is read for whom it does not let in: neither the cost nor the time of a refusal tells anything of a group. Whoever was let in
 * lately has all of it read at once, which halves the wait; they are asked again when the group has arrived.
 */
export function createPull({ groups, activity, pages, readEpoch }: PullDeps) {
  const letIn = createRecent<string, true>(CALLERS_REMEMBERED);

  return async (groupId: string, query: ParsedQuery<'pullChanges'>, userId: string): Promise<ChangesPage> => {
    const caller = `${groupId} ${userId}`;
    try {
      const known = letIn.get(caller) ? null : admit('pullChanges', await groups.get(groupId), userId).group;
      const page = await pages.run(userId, () => (query.since === 0 ? snapshot(groupId, userId) : delta(groupId, query, userId, known)));
      letIn.set(caller, true);
      return page;
    } catch (refusal) {
      letIn.delete(caller);
      throw refusal;
    }
  };

  async function delta(
    groupId: string,
    { since, limit, epoch: held }: ParsedQuery<'pullChanges'>,
    userId: string,
    known: StoredGroup | null,
  ): Promise<ChangesPage> {
    const [found, early, epoch] = await Promise.all([known ?? groups.get(groupId), activity.after(groupId, since, limit), readEpoch()]);
    const { group } = admit('pullChanges', found, userId);
    const head = group.seq;
    if (since > head || since < group.floorSeq || (held !== undefined && held !== epoch)) throw new Problem('reload-required');
    // Each seq has exactly one entry, so their number tells whether the activity was read before the group moved on.
    const isComplete = upTo(head, early).length === Math.min(limit, head - since);
    const entries = upTo(head, isComplete ? early : await activity.after(groupId, since, limit));
    const nextSince = entries.at(-1)?.seq ?? head;
    return { group: visible(group), entries, nextSince, headSeq: head, hasMore: nextSince < head, epoch };
  }

  async function snapshot(groupId: string, userId: string): Promise<ChangesPage> {
    const size = LIMITS.defaultPageSize;
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
