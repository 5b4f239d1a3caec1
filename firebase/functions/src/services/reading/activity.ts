import type { ActivityPage, ParsedQuery } from '@splitifyd/shared/contract';
import type { Line } from '../bounds/fair-line.ts';
import { activityCursor } from '../cursors/page-cursor.ts';
import { admit } from '../membership.ts';
import type { ActivityReader, GroupReader, ReadEpoch } from '../ports.ts';

interface FeedDeps {
  groups: GroupReader;
  activity: ActivityReader;
  pages: Line;
  readEpoch: ReadEpoch;
  now(): number;
}

export type ReadFeed = ReturnType<typeof createFeed>;

/** What happened in a group, newest first, as far back as the activity is kept. */
export function createFeed({ groups, activity, pages, readEpoch, now }: FeedDeps) {
  return async (groupId: string, { limit, cursor }: ParsedQuery<'listActivity'>, userId: string): Promise<ActivityPage> => {
    const before = cursor === undefined ? null : activityCursor.read(cursor).seq;
    const { group } = admit('listActivity', await groups.get(groupId), userId);
    // Entries that are committed after the group was read belong to the next look at it.
    const below = Math.min(before ?? Number.POSITIVE_INFINITY, group.seq + 1);
    const [found, epoch] = await Promise.all([pages.run(userId, () => activity.newest(groupId, below, limit + 1)), readEpoch()]);
    const page = found.slice(0, limit);
    return {
      entries: page,
      pagination: { limit, total: group.seq - group.floorSeq, ...activityCursor.next(page, found.length > limit) },
      metadata: { lastChangeTimestamp: group.lastActivityAt, changeCount: group.seq, serverTime: now(), epoch },
    };
  };
}
