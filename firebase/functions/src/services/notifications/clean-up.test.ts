import type { NotificationKind } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import type { Revision } from '../ports.ts';
import type { Announcing } from './announcer.ts';
import { createCleanUp, MAX_AGE_MS } from './clean-up.ts';
import type { ActiveGroup, CleanUpReport, CleanUpStore, Target } from './ports.ts';

const NOW = 100_000_000_000;

interface Stored {
  groupId: string;
  timestamp: number;
  seq: number;
  /** Refreshed between listing and deletion. */
  refreshed?: boolean;
}

interface World {
  notifications?: Partial<Record<NotificationKind, Stored[]>>;
  groups?: ActiveGroup[];
  /** The newest change of an expense; groups that are not named here have none. */
  lastExpenseSeqs?: Record<string, number>;
  announce?: (target: Target) => Promise<Announcing>;
  /** When earlier runs began. */
  reports?: number[];
}

function worldOf({ notifications = {}, groups = [], lastExpenseSeqs = {}, announce = async () => 'announced', reports = [] }: World) {
  const announced: Target[] = [];
  const records: CleanUpReport[] = [];
  const failures: string[] = [];
  const all = { 'group-changes': [], 'expense-changes': [], ...notifications };
  const store: CleanUpStore = {
    async listStale(kind, before, limit) {
      const stale = all[kind].filter(({ timestamp }) => timestamp < before).slice(0, limit);
      return stale.map(({ groupId }) => ({ groupId, revision: '1' as Revision }));
    },
    async remove(kind, { groupId }) {
      if (all[kind].some((stored) => stored.groupId === groupId && stored.refreshed)) return false;
      all[kind] = all[kind].filter((stored) => stored.groupId !== groupId);
      return true;
    },
    async listActive(since, limit, after) {
      const active = groups.filter(({ lastActivityAt }) => lastActivityAt >= since);
      const from = after === null ? 0 : active.findIndex(({ groupId }) => groupId === after.groupId) + 1;
      return active.slice(from, from + limit);
    },
    async announcedSeqs(kind, groupIds) {
      return new Map(all[kind].filter(({ groupId }) => groupIds.includes(groupId)).map(({ groupId, seq }) => [groupId, seq]));
    },
    hasExpenseChangedAfter: async (groupId, seq) => (lastExpenseSeqs[groupId] ?? 0) > seq,
    async record(report) {
      records.push(report);
    },
    async forgetReports(before, limit) {
      const old = reports.filter((startedAt) => startedAt < before).slice(0, limit);
      for (const startedAt of old) reports.splice(reports.indexOf(startedAt), 1);
      return old.length;
    },
  };
  const announcer = {
    announce(target: Target) {
      announced.push(target);
      return announce(target);
    },
  };
  const onFailed = ({ kind, groupId }: Target, reason: string) => failures.push(`${kind} ${groupId}: ${reason}`);
  return { all, announced, records, failures, cleanUp: createCleanUp({ store, announcer, onFailed, now: () => NOW }) };
}

const stored = (groupId: string, ageMs: number, seq = 1): Stored => ({ groupId, timestamp: NOW - ageMs, seq });
const active = (groupId: string, agoMs: number, seq = 1): ActiveGroup => ({ groupId, seq, lastActivityAt: NOW - agoMs });

test('[NTF11] deletes what is older than five minutes, of both kinds and over all pages, and nothing else', async () => {
  const many = Array.from({ length: 450 }, (_, nth) => stored(`old-${nth}`, MAX_AGE_MS + 1 + nth));
  const { all, cleanUp } = worldOf({
    notifications: { 'group-changes': [...many, stored('fresh', MAX_AGE_MS)], 'expense-changes': [stored('old', MAX_AGE_MS * 2)] },
  });
  expect(await cleanUp()).toMatchObject({ deleted: 451, spared: 0 });
  expect(all['group-changes'].map(({ groupId }) => groupId)).toEqual(['fresh']);
  expect(all['expense-changes']).toEqual([]);
});

test('[NTF11] a notification refreshed after it was listed is spared, and does not keep the run going', async () => {
  const { cleanUp, all } = worldOf({ notifications: { 'group-changes': [{ ...stored('g', MAX_AGE_MS * 2), refreshed: true }] } });
  expect(await cleanUp()).toMatchObject({ deleted: 0, spared: 1 });
  expect(all['group-changes']).toHaveLength(1);
});

test('[NTF12] announces what lags its head, of recently active groups alone', async () => {
  const { announced, cleanUp } = worldOf({
    notifications: {
      'group-changes': [stored('behind', 1_000, 3), stored('level', 1_000, 4), stored('dormant', 1_000, 3)],
      'expense-changes': [stored('level', 1_000, 2)],
    },
    groups: [active('behind', 2_000, 4), active('level', 2_000, 4), active('dormant', MAX_AGE_MS * 3, 4)],
    lastExpenseSeqs: { level: 3 },
  });
  expect(await cleanUp()).toMatchObject({ examined: 2, repaired: 2 });
  expect(announced).toEqual([
    { kind: 'group-changes', groupId: 'behind' },
    { kind: 'expense-changes', groupId: 'level' },
  ]);
});

test('[NTF12] [INV5] an expense notification that only other changes have overtaken is whole, and left alone', async () => {
  const { announced, cleanUp } = worldOf({
    notifications: { 'group-changes': [stored('g', 1_000, 9)], 'expense-changes': [stored('g', 1_000, 6)] },
    groups: [active('g', 2_000, 9)],
    lastExpenseSeqs: { g: 6 },
  });
  expect(await cleanUp()).toMatchObject({ examined: 1, repaired: 0 });
  expect(announced).toEqual([]);
});

test('[NTF12] a missing group notification is a fault only while no clean-up can have deleted it', async () => {
  const { announced, cleanUp } = worldOf({ groups: [active('unheard', 4 * 60_000), active('cleaned', 6 * 60_000)] });
  await cleanUp();
  expect(announced).toEqual([{ kind: 'group-changes', groupId: 'unheard' }]);
});

test('[NTF12] examines all pages of active groups', async () => {
  const groups = Array.from({ length: 430 }, (_, nth) => active(`g${nth}`, 1_000));
  const { cleanUp } = worldOf({ groups, announce: async () => 'nothing-new' });
  expect(await cleanUp()).toMatchObject({ examined: 430, repaired: 0, failed: 0 });
});

test('[NTF12] a group that cannot be announced keeps nothing else from being done, is counted and told of', async () => {
  const announce = async ({ groupId }: Target): Promise<Announcing> => {
    if (groupId === 'broken') throw new Error('unreadable');
    return 'deferred';
  };
  const groups = [active('broken', 1_000), active('lagging', 1_000)];
  const { records, failures, cleanUp } = worldOf({ groups, announce, notifications: { 'group-changes': [stored('old', MAX_AGE_MS * 2)] } });
  const report = await cleanUp();
  expect(report).toMatchObject({ repaired: 1, failed: 1, deleted: 1 });
  expect(records).toEqual([report]);
  expect(failures).toEqual(['group-changes broken: unreadable']);
});

test('[NTF13] forgets its reports after thirty days, so many a run', async () => {
  const month = 30 * 24 * 60 * 60_000;
  const old = Array.from({ length: 450 }, (_, nth) => NOW - month - 1 - nth);
  const { cleanUp } = worldOf({ reports: [NOW - month, ...old, NOW - 1] });
  expect([(await cleanUp()).forgotten, (await cleanUp()).forgotten, (await cleanUp()).forgotten]).toEqual([400, 50, 0]);
});
