import { type GroupSummary, LIMITS, summarise } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createLine } from '../bounds/fair-line.ts';
import { groupOf, person } from '../decisions/testing/household.ts';
import type { DepartureReader, GroupReader } from '../ports.ts';
import { createDigest } from './digest.ts';

const group = { ...groupOf(person('mara', 'admin')), id: '00000000-0000-4000-8000-0000000000aa', lastActivityAt: 7_000 };
const told = summarise(group, 'account-of-mara') as GroupSummary;
const older: GroupSummary = { ...told, id: '00000000-0000-4000-8000-00000000000f', lastActivityAt: 2_000 };
const NOW = 80_000_000;

type Departed = Awaited<ReturnType<DepartureReader['since']>>[number];

const never = () => Promise.reject(new Error('nobody asks for this'));

/** Reads from a database that holds what is in these lists, whoever asks. */
const digestOf = (present: GroupSummary[], left: Departed[] = [], leftMeanwhile = left) => {
  const answers = [left, leftMeanwhile];
  const groups: GroupReader = {
    get: never,
    listOf: never,
    countOf: never,
    changedSince: async (_, { at }, limit) => present.filter(({ lastActivityAt }) => lastActivityAt >= at).slice(0, limit),
  };
  const read = createDigest({
    groups,
    departures: { since: async () => answers.shift() ?? leftMeanwhile },
    listings: createLine(
      { atOnce: 1, waiting: 1, waitingOfOne: 1, longestWaitMs: 1 },
      { now: () => NOW, sleep: () => new Promise(() => {}) },
    ),
    readEpoch: async () => 'e',
    now: () => NOW,
  });
  return (cursor?: string) => read({ wait: 0, ...(cursor !== undefined && { cursor }) }, 'account-of-mara');
};

test('[REST35] who came back while the answer was being read is in the group, and has not left it', async () => {
  const left = [
    { groupId: group.id, leftAt: 6_000 },
    { groupId: 'another', leftAt: 6_500 },
  ];
  const digest = await digestOf([told], left)();
  expect(digest.groups.map(({ id }) => id)).toEqual([group.id]);
  expect(digest.removed).toEqual(['another']);
});

test('[REST35] the newest group that was told is told again, however long ago it changed; older ones are not', async () => {
  const { cursor } = await digestOf([older, told])();
  const { groups } = await digestOf([older, told])(cursor);
  expect(groups.map(({ id }) => id)).toEqual([told.id]);
});

test('[REST46] where the newest group that was told is gone or behind, a back-up was restored: reload', async () => {
  const { cursor } = await digestOf([older, told])();
  const reload = { code: 'reload-required' };
  await expect(digestOf([older])(cursor)).rejects.toMatchObject(reload);
  await expect(digestOf([])(cursor)).rejects.toMatchObject(reload);
  await expect(digestOf([older, { ...told, seq: told.seq - 1 }])(cursor)).rejects.toMatchObject(reload);
  await expect(digestOf([older, { ...told, seq: told.seq - 1, lastActivityAt: 1 }])(cursor)).rejects.toMatchObject(reload);
});

test('[REST46] a group that changed since, or that was left, is no sign of a back-up', async () => {
  const { cursor } = await digestOf([older, told])();
  const changed = { ...told, seq: told.seq + 1, lastActivityAt: NOW };
  expect((await digestOf([older, changed])(cursor)).groups).toEqual([changed]);
  const without = await digestOf([older], [{ groupId: told.id, leftAt: NOW }])(cursor);
  expect(without).toMatchObject({ groups: [], removed: [told.id] });
  expect(await digestOf([older])(without.cursor)).toMatchObject({ groups: [], removed: [] });
  // Departures are read first, and the groups only after it was left.
  expect(await digestOf([older], [], [{ groupId: told.id, leftAt: NOW }])(cursor)).toMatchObject({ groups: [], removed: [] });
});

test('[REST46] where one answer cannot tell all, the newest group is looked for until the last', async () => {
  const { cursor } = await digestOf([told])();
  const id = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
  const many = Array.from({ length: LIMITS.pageSize + 1 }, (_, nth) => ({ ...older, id: id(nth), lastActivityAt: 7_100 + nth }));
  const first = await digestOf(many)(cursor);
  expect(first.hasMore).toBe(true);
  await expect(digestOf(many)(first.cursor)).rejects.toMatchObject({ code: 'reload-required' });
  const found = await digestOf([...many, { ...told, lastActivityAt: 7_900 }])(first.cursor);
  expect(found.hasMore).toBe(false);
});
