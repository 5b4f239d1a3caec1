import { type GroupSummary, summarise } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createLine } from '../bounds/fair-line.ts';
import { groupOf, person } from '../decisions/testing/household.ts';
import type { GroupReader } from '../ports.ts';
import { createDigest } from './digest.ts';

const group = { ...groupOf(person('mara', 'admin')), lastActivityAt: 7_000 };
const told = summarise(group, 'account-of-mara') as GroupSummary;

test('[REST35] who came back while the answer was being read is in the group, and has not left it', async () => {
  const never = () => Promise.reject(new Error('nobody asks for this'));
  const groups: GroupReader = { get: never, listOf: never, countOf: never, changedSince: async () => [told] };
  const read = createDigest({
    groups,
    departures: {
      since: async () => [
        { groupId: group.id, leftAt: 6_000 },
        { groupId: 'another', leftAt: 6_500 },
      ],
    },
    listings: createLine(
      { atOnce: 1, waiting: 1, waitingOfOne: 1, longestWaitMs: 1 },
      { now: () => 8_000, sleep: () => new Promise(() => {}) },
    ),
    readEpoch: async () => 'e',
    now: () => 8_000,
  });
  const digest = await read({ wait: 0 }, 'account-of-mara');
  expect(digest.groups.map(({ id }) => id)).toEqual([group.id]);
  expect(digest.removed).toEqual(['another']);
});
