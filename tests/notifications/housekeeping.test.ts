import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSystem } from '../../firebase/functions/src/system.ts';
import { createNotifications, type Notifications } from '../../firebase/functions/src/wiring.ts';
import { type Backend, startBackend, startWatchedBackend } from '../support/backend.ts';
import { bill, foundHousehold } from '../support/household.ts';
import { follow } from './announcements.ts';

const MINUTE_MS = 60_000;
const FLUSH = { name: 'flushNotification', region: () => 'europe-west1' };

let backend: Backend;
let notifications: Notifications;
beforeAll(async () => {
  backend = await startWatchedBackend();
  notifications = createNotifications(backend, FLUSH, createSystem());
});
afterAll(() => backend.close());

async function leaveNotification(kind: 'group-changes' | 'expense-changes', ageMs: number) {
  const groupId = randomUUID();
  const timestamp = Date.now() - ageMs;
  const document = backend.db.collection(kind).doc(groupId);
  await document.set({ groupId, seq: 1, timestamp, windowEndsAt: timestamp + 500, affectedUsers: [] });
  return document;
}

/** The document and all below it, as far as they exist. */
async function documentsFrom(ref: FirebaseFirestore.DocumentReference): Promise<FirebaseFirestore.DocumentSnapshot[]> {
  const [document, collections] = await Promise.all([ref.get(), ref.listCollections()]);
  const below = await Promise.all(collections.map(async (collection) => (await collection.listDocuments()).map(documentsFrom)));
  return [...(document.exists ? [document] : []), ...(await Promise.all(below.flat())).flat()];
}

const exists = async (document: FirebaseFirestore.DocumentReference) => (await document.get()).exists;

test('[NTF11] the clean-up deletes notifications older than five minutes, no others, and records what it did', async () => {
  const old = [await leaveNotification('group-changes', 6 * MINUTE_MS), await leaveNotification('expense-changes', 60 * MINUTE_MS)];
  const fresh = await leaveNotification('group-changes', 4 * MINUTE_MS);

  const report = await notifications.cleanUp();

  expect(await Promise.all(old.map(exists))).toEqual([false, false]);
  expect(await exists(fresh)).toBe(true);
  expect(report.deleted).toBeGreaterThanOrEqual(2);
  const records = await backend.db.collection('streaming-metrics').where('startedAt', '==', report.startedAt).get();
  expect(records.docs.map((record) => record.data())).toContainEqual({ ...report, schemaVersion: 1 });
});

test('[NTF12] the clean-up repairs a notification that lags its group', async () => {
  const { groupId, owner } = await foundHousehold(backend);
  const followed = follow(backend.db, 'group-changes', groupId);
  await followed.covering(1);
  const document = backend.db.collection('group-changes').doc(groupId);
  // Nobody else mends it: one change made one event, and that has been served.
  await document.update({ seq: 0, windowEndsAt: 0 });

  const { repaired } = await notifications.cleanUp();

  expect(repaired).toBeGreaterThanOrEqual(1);
  expect((await document.get()).data()).toMatchObject({ seq: 1, affectedUsers: [owner.userId] });
});

test('[NTF12] [INV5] the clean-up leaves an expense notification alone that only other changes have overtaken', async () => {
  const { groupId, owner, ownerId } = await foundHousehold(backend);
  const call = { as: owner, params: { groupId } };
  const [expenseChanges, groupChanges] = [follow(backend.db, 'expense-changes', groupId), follow(backend.db, 'group-changes', groupId)];
  const spent = await backend.call('createExpense', { ...call, body: bill(ownerId, [ownerId]) });
  const announced = await expenseChanges.covering(spent.headSeq);
  const added = await backend.call('addMember', { ...call, body: { id: randomUUID(), displayName: 'Pelle Quist' } });
  await groupChanges.covering(added.headSeq);

  await notifications.cleanUp();

  const document = await backend.db.collection('expense-changes').doc(groupId).get();
  expect(document.data()).toEqual(announced);

  // An expense that nobody announced, told by its own seq alone, is what the clean-up is there for.
  await document.ref.update({ seq: spent.headSeq - 1, windowEndsAt: 0 });
  await notifications.cleanUp();
  expect((await document.ref.get()).get('seq')).toBe(added.headSeq);
});

test('[NTF12] [NTF13] the clean-up tells the log of a group it cannot look at, naming no account, and forgets old reports', async () => {
  const apart = await startBackend();
  const { groupId, owner } = await foundHousehold(apart);
  const unreadable = (document: FirebaseFirestore.DocumentReference) => document.path === `groups/${groupId}`;
  const db: FirebaseFirestore.Firestore = Object.create(apart.db, {
    getAll: {
      value: (first: FirebaseFirestore.DocumentReference, ...more: FirebaseFirestore.DocumentReference[]) =>
        unreadable(first) ? Promise.reject(new Error(`lost users/${owner.userId}/mutations`)) : apart.db.getAll(first, ...more),
    },
  });
  const reports = apart.db.collection('streaming-metrics');
  const [old, young] = [
    await reports.add({ startedAt: Date.now() - 31 * 24 * 60 * MINUTE_MS }),
    await reports.add({ startedAt: Date.now() }),
  ];
  const system = createSystem();
  const warnings: unknown[] = [];
  const log = { ...system.log, warn: (...event: unknown[]) => warnings.push(event) };
  const { cleanUp } = createNotifications({ ...apart, db }, FLUSH, { ...system, log });

  expect(await cleanUp()).toMatchObject({ failed: 1, forgotten: 1 });

  expect(warnings).toEqual([['notifications.repair-failed', { kind: 'group-changes', groupId, reason: 'lost users/…/mutations' }]]);
  expect([await exists(old), await exists(young)]).toEqual([false, true]);
  await apart.close();
});

test('every document that a group makes says which version of its shape it has', async () => {
  const { groupId, owner, ownerId } = await foundHousehold(backend);
  const { headSeq } = await backend.call('createExpense', { as: owner, params: { groupId }, body: bill(ownerId, [ownerId]) });
  for (const kind of ['group-changes', 'expense-changes'] as const) {
    const followed = follow(backend.db, kind, groupId);
    await followed.covering(headSeq);
  }
  const roots = ['config/epoch', `users/${owner.userId}`, `groups/${groupId}`, `group-changes/${groupId}`, `expense-changes/${groupId}`];
  const documents = await Promise.all(roots.map((path) => documentsFrom(backend.db.doc(path))));
  const versions = documents.flat().map((document) => [document.ref.path, document.get('schemaVersion')]);
  expect(versions.length).toBeGreaterThan(roots.length);
  expect(versions.filter(([, version]) => version !== 1)).toEqual([]);
});

test('[NTF3] the queue refuses a second task of a window, which is as good as success', async () => {
  const queue = backend.taskQueue(FLUSH.name, FLUSH.region());
  const task = { kind: 'group-changes', groupId: randomUUID(), windowEndsAt: Date.now() + 200 } as const;
  const id = `${task.kind}-${task.groupId}-${task.windowEndsAt}`;
  await queue.enqueue(task, { id });
  await expect(queue.enqueue(task, { id })).rejects.toMatchObject({ code: 'functions/task-already-exists' });
});

test('[NTF2] [NTF4] a change within a window is announced by the flush that the queue delivers', async () => {
  const { groupId, owner, ownerId } = await foundHousehold(backend);
  const followed = follow(backend.db, 'group-changes', groupId);
  await followed.covering(1);
  // A window long enough that no trigger can come after it by chance: only the flush can announce what follows.
  const windowEndsAt = Date.now() + 4_000;
  await backend.db.collection('group-changes').doc(groupId).update({ windowEndsAt });
  const { headSeq } = await backend.call('createExpense', { as: owner, params: { groupId }, body: bill(ownerId, [ownerId]) });
  const announced = await followed.covering(headSeq);
  expect(announced.timestamp).toBeGreaterThanOrEqual(windowEndsAt);
});

test('[NTF1] an announcer in this process agrees with those in the emulator that there is nothing new', async () => {
  const { groupId } = await foundHousehold(backend);
  const followed = follow(backend.db, 'group-changes', groupId);
  await followed.covering(1);
  expect(await notifications.announcer.announce({ kind: 'group-changes', groupId })).toBe('nothing-new');
});
