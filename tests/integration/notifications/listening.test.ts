import { randomUUID } from 'node:crypto';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { collection, type Firestore, onSnapshot, query, where } from 'firebase/firestore';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Backend, startBackend } from '../api/backend.ts';
import { bill, foundHousehold } from '../api/household.ts';

let backend: Backend;
let browsers: RulesTestEnvironment;
beforeAll(async () => {
  const { projectId, host, ports } = inject('emulators');
  backend = await startBackend();
  browsers = await initializeTestEnvironment({ projectId, firestore: { host, port: ports.firestore } });
});
afterAll(async () => {
  await browsers.cleanup();
  await backend.close();
});

/** A browser of that account, listening by query as the page does. */
function listen(uid: string, groupId: string) {
  const firestore = browsers.authenticatedContext(uid).firestore() as unknown as Firestore;
  const heads: (number | null)[] = [];
  const errors: string[] = [];
  const mine = query(
    collection(firestore, 'group-changes'),
    where('groupId', '==', groupId),
    where('affectedUsers', 'array-contains', uid),
  );
  const stop = onSnapshot(
    mine,
    ({ docs }) => heads.push(docs[0]?.get('seq') ?? null),
    ({ code }) => errors.push(code),
  );
  return { heads, errors, stop };
}

test('[NTF11] deleting and making a notification again keeps an open listener alive', async () => {
  const household = await foundHousehold(backend);
  const params = { groupId: household.groupId };
  const spend = () => backend.call('createExpense', { as: household.owner, params, body: bill(household.ownerId, [household.ownerId]) });
  const { heads, errors, stop } = listen(household.owner.userId, household.groupId);
  const sees = (head: number | null) => vi.waitFor(() => expect(heads.at(-1)).toBe(head), { timeout: 15_000, interval: 50 });

  await sees(1);
  await backend.db.collection('group-changes').doc(household.groupId).delete();
  await sees(null);
  await spend();
  await sees(2);
  await spend();
  await sees(3);
  stop();
  expect(errors).toEqual([]);
});

test('[INV12] a stranger’s listener on that group stays silent', async () => {
  const household = await foundHousehold(backend);
  const own = listen(household.owner.userId, household.groupId);
  const stranger = listen(randomUUID(), household.groupId);
  await vi.waitFor(() => expect(own.heads.at(-1)).toBe(1), { timeout: 15_000, interval: 50 });
  own.stop();
  stranger.stop();
  expect(stranger.heads.filter((head) => head !== null)).toEqual([]);
  expect(stranger.errors).toEqual([]);
});
