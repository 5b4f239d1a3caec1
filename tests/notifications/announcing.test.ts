import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startWatchedBackend } from '../support/backend.ts';
import { bill, foundHousehold, letIn } from '../support/household.ts';
import { follow, pause } from './announcements.ts';

const WINDOW_MS = 500;

/** From a change to its announcement: a trigger, two reads and a write, 20 to 50 ms on the emulators; a wait for a window's end comes to 500. */
const PROMPTLY_MS = 200;

let backend: Backend;
beforeAll(async () => {
  backend = await startWatchedBackend();
});
afterAll(() => backend.close());

/** The middle one of an odd number. */
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

async function foundAnnounced() {
  const household = await foundHousehold(backend);
  const groupChanges = follow(backend.db, 'group-changes', household.groupId);
  await groupChanges.covering(1);
  const params = { groupId: household.groupId };
  const spend = () => backend.call('createExpense', { as: household.owner, params, body: bill(household.ownerId, [household.ownerId]) });
  return { ...household, groupChanges, spend };
}

test('[NTF1] a new group is announced to who made it', async () => {
  const { groupId, owner, groupChanges } = await foundAnnounced();
  expect(groupChanges.seen[0]).toMatchObject({ groupId, seq: 1, type: 'created', priority: 'high', affectedUsers: [owner.userId] });
});

test('[INV6] a single edit is announced with no added delay, and both kinds say what changed', async () => {
  const { groupId, ownerId, owner, groupChanges, spend } = await foundAnnounced();
  const expenseChanges = follow(backend.db, 'expense-changes', groupId);
  const delays: number[] = [];
  for (let edit = 0; edit < 7; edit++) {
    await pause(WINDOW_MS + 200);
    const { headSeq, entries } = await spend();
    const [announced, expenses] = await Promise.all([groupChanges.covering(headSeq), expenseChanges.covering(headSeq)]);
    const [entry] = entries;
    delays.push(announced.timestamp - (entry?.at ?? 0));
    expect(announced).toMatchObject({ fields: ['balances', 'expenses'], priority: 'high', userId: owner.userId });
    expect(expenses).toMatchObject({ seq: headSeq, expenseIds: [entry?.entity.kind === 'expense' ? entry.entity.state.id : null] });
    expect(entry?.actorId).toBe(ownerId);
  }
  console.log(`announced after ${delays.join(', ')} ms`);
  expect(median(delays)).toBeLessThan(PROMPTLY_MS);
});

/** Commits `count` further changes like the group's last one, `gapMs` apart, as fast writers on other machines would. */
async function burst(groupId: string, count: number, gapMs: number): Promise<{ head: number; tookMs: number }> {
  const group = backend.db.collection('groups').doc(groupId);
  const { docs } = await group.collection('activity').orderBy('seq', 'desc').limit(1).get();
  const last = docs[0]?.data();
  const startedAt = Date.now();
  for (let nth = 1; nth <= count; nth++) {
    const id = randomUUID();
    const [seq, at] = [last?.seq + nth, Date.now()];
    const batch = backend.db.batch();
    batch.update(group, { seq, lastActivityAt: at });
    batch.create(group.collection('activity').doc(id), { ...last, id, seq, at });
    batch.set(group.collection('expenses').doc(last?.entity.state.id), { ...last?.entity.state, seq });
    await batch.commit();
    await pause(startedAt + nth * gapMs - Date.now());
  }
  return { head: last?.seq + count, tookMs: Date.now() - startedAt };
}

test('[INV5] [INV6] a burst of 40 writes in 400 ms makes 3 notifications at most, the last of which covers the head', async () => {
  const { groupId, groupChanges, spend } = await foundAnnounced();
  const expenseChanges = follow(backend.db, 'expense-changes', groupId);
  const { headSeq } = await spend();
  await Promise.all([groupChanges.covering(headSeq), expenseChanges.covering(headSeq)]);
  await pause(1_500);
  const before = groupChanges.seen.length;
  const { head, tookMs } = await burst(groupId, 40, 10);

  await Promise.all([groupChanges.covering(head), expenseChanges.covering(head)]);
  // Long enough for a flush that comes though nothing is new.
  await pause(1_500);
  const made = groupChanges.seen.slice(before);
  console.log(`40 writes in ${tookMs} ms: notifications ${made.map(({ seq, timestamp }) => `${seq} at ${timestamp}`).join(', ')}`);
  // A machine too slow for 40 writes in 400 ms gives windows more than two to end.
  expect(made.length).toBeLessThanOrEqual(2 + Math.ceil(tookMs / WINDOW_MS));
  expect(made.at(-1)?.seq).toBe(head);
  for (const [nth, { timestamp }] of made.slice(1).entries()) {
    expect(timestamp - made[nth]?.timestamp).toBeGreaterThanOrEqual(WINDOW_MS);
  }
  expect(expenseChanges.seen.at(-1)).toMatchObject({ seq: head, expenseIds: { length: 1 } });
});

test('[INV5] 40 expenses posted at once are all announced', async () => {
  const { groupChanges, spend } = await foundAnnounced();
  const pages = await Promise.all(Array.from({ length: 40 }, spend));
  const head = Math.max(...pages.map(({ headSeq }) => headSeq));
  expect(await groupChanges.covering(head)).toMatchObject({ seq: head });
  expect(head).toBe(41);
});

test('[NTF8] [INV12] who is removed is told once, and of nothing that happens later', async () => {
  const household = await foundAnnounced();
  const { person, memberId } = await letIn(backend, household);
  const params = { groupId: household.groupId, memberId };
  const { seq } = await backend.call('removeMember', { as: household.owner, params, ifMatch: 1 });
  expect(await household.groupChanges.covering(seq)).toMatchObject({ seq, affectedUsers: [household.owner.userId, person.userId].sort() });
  const { headSeq } = await household.spend();
  expect((await household.groupChanges.covering(headSeq)).affectedUsers).toEqual([household.owner.userId]);
  const told = household.groupChanges.seen.filter(({ affectedUsers }) => affectedUsers.includes(person.userId));
  expect(Math.max(...told.map((notification) => notification.seq))).toBe(seq);
});

test('[NTF8] [REST33] the deletion of a group is announced as such to everybody who was in it', async () => {
  const household = await foundAnnounced();
  const { person } = await letIn(backend, household);
  const { seq } = await backend.call('deleteGroup', { as: household.owner, params: { groupId: household.groupId }, ifMatch: 1 });
  const announced = await household.groupChanges.covering(seq);
  expect(announced).toMatchObject({ type: 'deleted', seq, userId: null });
  expect(announced.affectedUsers).toEqual([household.owner.userId, person.userId].sort());
});

test('[NTF7] whoever joins is told, and so are those who were there', async () => {
  const household = await foundAnnounced();
  const { person } = await letIn(backend, household);
  const { headSeq } = await household.spend();
  const announced = await household.groupChanges.covering(headSeq);
  expect(announced.affectedUsers).toEqual([household.owner.userId, person.userId].sort());
});
