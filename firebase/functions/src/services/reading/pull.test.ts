import type { ActivityEntry } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createGroup } from '../decisions/groups.ts';
import type { StoredGroup } from '../ports.ts';
import { createPull } from './pull.ts';

const GROUP = '00000000-0000-4000-8000-000000000001';
const mutation = { id: '00000000-0000-4000-8000-000000000002', userId: 'ada', requestHash: '', ifMatch: undefined };
const { group, record } = createGroup(
  {
    id: GROUP,
    name: 'Allotment',
    description: '',
    currency: 'EUR',
    member: { id: '00000000-0000-4000-8000-000000000003', displayName: 'Ada' },
  },
  mutation,
  1,
);
const entry = (seq: number): ActivityEntry => ({ ...record.entry, seq });

/** A store in which the activity was read when it held `early`, and holds `late` when it is read again. */
function pullFrom(stored: StoredGroup, early: ActivityEntry[], late: ActivityEntry[]) {
  const answers = [early, late];
  let reads = 0;
  const pull = createPull({
    groups: { get: async () => stored, listOf: async () => [], changedSince: async () => [], countOf: async () => 0 },
    activity: {
      after: async (_, since, limit) => (answers[reads++] ?? []).filter(({ seq }) => seq > since).slice(0, limit),
      newest: async () => [],
      snapshot: async () => {
        reads++;
        return null;
      },
    },
    pages: { isTaken: () => false, run: (_, job) => job() },
    readEpoch: async () => 'epoch',
  });
  const as = (userId: string, since: number, limit = 100) => pull(GROUP, { since, limit, epoch: undefined }, userId);
  return { pull: (since: number, limit?: number) => as('ada', since, limit), as, reads: () => reads };
}

test('[INV4] a change between the two reads is not skipped: the activity is read once more', async () => {
  const store = pullFrom({ ...group, seq: 3 }, [entry(2)], [entry(2), entry(3)]);
  const page = await store.pull(1);
  expect(page.entries.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(page).toMatchObject({ nextSince: 3, headSeq: 3, hasMore: false });
  expect(store.reads()).toBe(2);
});

test('what is newer than the group that was read waits for the next pull', async () => {
  const store = pullFrom({ ...group, seq: 2 }, [entry(2), entry(3)], []);
  const page = await store.pull(1);
  expect(page.entries.map(({ seq }) => seq)).toEqual([2]);
  expect(page).toMatchObject({ nextSince: 2, headSeq: 2, hasMore: false });
  expect(store.reads()).toBe(1);
});

test('a page that is full is complete', async () => {
  const store = pullFrom({ ...group, seq: 9 }, [entry(2), entry(3), entry(4)], []);
  expect(await store.pull(1, 2)).toMatchObject({ nextSince: 3, headSeq: 9, hasMore: true });
  expect(store.reads()).toBe(1);
});

test('[REST28] of a group that does not let the caller in nothing but the group is read', async () => {
  const store = pullFrom({ ...group, seq: 2 }, [entry(2)], []);
  for (const since of [0, 1]) await expect(store.as('eve', since)).rejects.toMatchObject({ code: 'not-found' });
  expect(store.reads()).toBe(0);
});

test('[REST28] who was let in lately is asked again, and once refused waits for the group as everybody does', async () => {
  const stored = structuredClone({ ...group, seq: 2 });
  const store = pullFrom(stored, [entry(2)], [entry(2)]);
  await store.pull(1);
  for (const member of Object.values(stored.members)) member.status = 'left';
  await expect(store.pull(1)).rejects.toMatchObject({ code: 'not-found' });
  expect(store.reads()).toBe(2);
  await expect(store.pull(1)).rejects.toMatchObject({ code: 'not-found' });
  expect(store.reads()).toBe(2);
});
