import type { ChangesDigest, GroupSummary } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createMemoryDb } from '../local-db/memory-db.ts';
import { ANNA, ANNA_UID, idOf } from '../local-db/testing/samples.ts';
import type { Call } from './api.ts';
import { createGroupListSync } from './group-list-sync.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

const summary = (n: number, seq = 1, lastActivityAt = n): GroupSummary => ({
  id: idOf(n),
  name: `Group ${n}`,
  currency: 'EUR',
  hasDescription: false,
  memberCount: 2,
  myMemberId: ANNA,
  myBalances: {},
  seq,
  lastActivityAt,
});

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => summary(from + index));

test('[LIST12] more groups than one answer holds are shown together, each once, also one that moves while they are read', async () => {
  const clock = createVirtualClock();
  const answers: ChangesDigest[] = [
    { groups: numbered(1, 100), removed: [], cursor: 'middle', hasMore: true, epoch: 'epoch-1' },
    { groups: [...numbered(101, 120), summary(1, 2, 500)], removed: [idOf(2)], cursor: 'end', hasMore: false, epoch: 'epoch-1' },
  ];
  const asked: unknown[] = [];
  const call = (async (_name: string, { query }: { query: unknown }) => {
    asked.push(query);
    return answers.shift();
  }) as Call;
  const owner = new AbortController();
  const db = createMemoryDb();
  const list = createGroupListSync({
    uid: ANNA_UID,
    call,
    db,
    clock,
    random: () => 0.5,
    spacingMs: () => 500,
    afterPaint: async () => {},
    onLeft: () => {},
    onEpoch: () => {},
    signal: owner.signal,
  });
  const shown: number[] = [];
  list.changes.add(() => shown.push(list.groups()?.length ?? 0), owner.signal);
  void list.check();
  await clock.advance(1000);
  expect([asked, shown]).toEqual([[{}, { cursor: 'middle' }], [119]]);
  expect(list.groups()?.slice(0, 2)).toEqual([summary(1, 2, 500), summary(120)]);
  expect((await db.readGroupList())?.cursor).toBe('end');
  owner.abort();
});
