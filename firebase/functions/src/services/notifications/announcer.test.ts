import { expect, test } from 'vitest';
import type { Revision } from '../ports.ts';
import { type AnnouncerDeps, createAnnouncer, MAX_ROUNDS } from './announcer.ts';
import type { Announced, AnyNotification, GroupHead } from './ports.ts';

const GROUP = { kind: 'group-changes', groupId: 'g' } as const;

/** A world of one group at `seq` 5 whose calls are noted down in order. */
function worldOf(announced: Announced | null, changed: Partial<AnnouncerDeps> = {}) {
  const calls: string[] = [];
  const published: AnyNotification[] = [];
  let now = 10_000;
  const head: GroupHead = { seq: 5, members: [], deletedAt: null };
  const deps: AnnouncerDeps = {
    notifications: {
      async read() {
        calls.push('read N');
        return announced;
      },
      async write(_target, next) {
        calls.push('write N');
        published.push(next);
        return { seq: next.seq, windowEndsAt: next.windowEndsAt, revision: '2' as Revision };
      },
    },
    groups: {
      async readHead() {
        calls.push('read H');
        return head;
      },
      readEntries: async () => [],
    },
    async enqueueFlush({ windowEndsAt }) {
      calls.push(`enqueue ${windowEndsAt}`);
      return true;
    },
    now: () => now,
    async sleep(ms) {
      calls.push(`sleep ${ms}`);
      // Timers may fire a little early.
      now += ms > 1 ? ms - 1 : ms;
    },
    ...changed,
  };
  return { calls, published, announcer: createAnnouncer(deps) };
}

const standing = (windowEndsAt: number): Announced => ({ seq: 4, windowEndsAt, revision: '1' as Revision });

test('[NTF1] reads the notification, then the head, and looks at the head again after publishing', async () => {
  const { calls, published, announcer } = worldOf(standing(9_000));
  expect(await announcer.announce(GROUP)).toBe('announced');
  expect(calls).toEqual(['read N', 'read H', 'write N', 'read H']);
  expect(published).toMatchObject([{ seq: 5, windowEndsAt: 10_500 }]);
});

test('[NTF2] within a window it asks for the flush of that window and publishes nothing', async () => {
  const { calls, announcer } = worldOf(standing(10_200));
  expect(await announcer.announce(GROUP)).toBe('deferred');
  expect(calls).toEqual(['read N', 'read H', 'enqueue 10200']);
});

test('[NTF5] where the queue cannot be reached it announces at once', async () => {
  const { published, announcer } = worldOf(standing(10_200), { enqueueFlush: async () => false });
  expect(await announcer.announce(GROUP)).toBe('announced');
  expect(published).toMatchObject([{ seq: 5 }]);
});

test('[NTF4] the flush waits until its own clock has reached the end of the window', async () => {
  const { calls, published, announcer } = worldOf(standing(10_200));
  expect(await announcer.flush({ ...GROUP, windowEndsAt: 10_200 })).toBe('announced');
  expect(calls.slice(0, 3)).toEqual(['sleep 200', 'sleep 1', 'read N']);
  expect(published).toMatchObject([{ seq: 5, timestamp: 10_200 }]);
});

test('[NTF4] a flush that finds a newer window asks for the flush of that one', async () => {
  const { calls, announcer } = worldOf(standing(10_700));
  expect(await announcer.flush({ ...GROUP, windowEndsAt: 10_200 })).toBe('deferred');
  expect(calls.at(-1)).toBe('enqueue 10700');
});

test('[NTF1] a group that does not exist has nothing to announce', async () => {
  const { published, announcer } = worldOf(null, { groups: { readHead: async () => null, readEntries: async () => [] } });
  expect(await announcer.announce(GROUP)).toBe('nothing-new');
  expect(published).toEqual([]);
});

test('[NTF10] who loses the write starts over, but not for ever', async () => {
  let attempts = 0;
  const lost = async () => {
    attempts++;
    return null;
  };
  const { announcer } = worldOf(null, { notifications: { read: async () => null, write: lost } });
  await expect(announcer.announce(GROUP)).rejects.toThrow(/in a row/);
  expect(attempts).toBe(MAX_ROUNDS);
});
