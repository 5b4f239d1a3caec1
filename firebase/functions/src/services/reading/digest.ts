import { type ChangesDigest, type GroupSummary, LIMITS, type ParsedQuery } from '@splitifyd/shared/contract';
import type { Line } from '../bounds/fair-line.ts';
import { BEGINNING, packPosition, type ToldGroup, unpackPosition } from '../cursors/digest-cursor.ts';
import type { DepartureReader, GroupReader, ReadEpoch, TimedPosition } from '../ports.ts';
import { Problem } from '../problem.ts';

interface DigestDeps {
  groups: GroupReader;
  departures: DepartureReader;
  listings: Line;
  readEpoch: ReadEpoch;
  now(): number;
}

export type ReadDigest = ReturnType<typeof createDigest>;

/**
 * A change bears the time of its decision, and is there to be read a little later; clocks of instances differ too. Whatever is
 * older than this when a round begins has either been told in an earlier one or is told in this one (milliseconds).
 */
const OVERLAP_MS = 60_000;

/**
 * What is new over all of an account's groups. A round is as many answers as it takes to tell everything since the last one, oldest
 * first; a group that changes during the round only moves towards its end. Every round begins with the newest group that the last one
 * told: where it is not there any more, and nobody left it, an older back-up was restored, whatever the epoch says.
 */
export function createDigest({ groups, departures, listings, readEpoch, now }: DigestDeps) {
  /** Departures and groups are read side by side: who left after the one and before the other is in neither. */
  async function hasLeft(userId: string, { id }: ToldGroup, from: TimedPosition): Promise<boolean> {
    const departed = await departures.since(userId, from, LIMITS.pageSize + 1);
    return departed.some(({ groupId }) => groupId === id);
  }

  return async ({ cursor }: ParsedQuery<'listChanges'>, userId: string): Promise<ChangesDigest> => {
    const from = cursor === undefined ? BEGINNING : unpackPosition(cursor);
    const roundBeganAt = from.roundBeganAt ?? now();
    const limit = LIMITS.pageSize;
    const [epoch, changed, departed] = await Promise.all([
      readEpoch(),
      listings.run(userId, () => groups.changedSince(userId, from.groups, limit + 1)),
      departures.since(userId, from.departures, limit + 1),
    ]);
    if (from.epoch !== null && from.epoch !== epoch) throw new Problem('reload-required');

    const told = changed.slice(0, limit);
    const left = departed.slice(0, limit);
    const hasMore = changed.length > limit || departed.length > limit;
    const [lastTold, lastLeft] = [told.at(-1), left.at(-1)];
    const expected = isThere(from.newest, told) || left.some(({ groupId }) => groupId === from.newest?.id) ? null : from.newest;
    if (expected && !hasMore && !(await hasLeft(userId, expected, from.departures))) throw new Problem('reload-required');

    const settled = { at: Math.max(0, roundBeganAt - OVERLAP_MS), id: null };
    const newest = lastTold ? { at: lastTold.lastActivityAt, id: lastTold.id, seq: lastTold.seq } : null;
    const next = hasMore
      ? {
          epoch,
          roundBeganAt,
          groups: lastTold ? { at: lastTold.lastActivityAt, id: lastTold.id } : from.groups,
          departures: lastLeft ? { at: lastLeft.leftAt, id: lastLeft.groupId } : from.departures,
          newest: expected,
        }
      : {
          epoch,
          roundBeganAt: null,
          groups: { at: Math.min(settled.at, newest?.at ?? settled.at), id: null },
          departures: settled,
          newest,
        };

    // Read at two moments: who came back in between is in the group.
    const present = new Set(told.map(({ id }) => id));
    return {
      groups: told,
      removed: left.map(({ groupId }) => groupId).filter((id) => !present.has(id)),
      cursor: packPosition(next),
      hasMore,
      epoch,
    };
  };
}

/** Nothing to look for is there, too. */
const isThere = (sought: ToldGroup | null, groups: readonly GroupSummary[]): boolean =>
  sought === null || groups.some(({ id, seq }) => id === sought.id && seq >= sought.seq);
