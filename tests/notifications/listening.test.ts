import { randomUUID } from 'node:crypto';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { collection, type Firestore, onSnapshot, query, where } from 'firebase/firestore';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Backend, startWatchedBackend } from '../support/backend.ts';
import { bill, foundHousehold } from '../support/household.ts';
import { pause } from './announcements.ts';

/** What one listener has been told, another that is told the same has been told by then. */
const LATER_MS = 500;

let backend: Backend;
let browsers: RulesTestEnvironment;
beforeAll(async () => {
  const { projectId, host, ports } = inject('emulators');
  backend = await startWatchedBackend();
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
  const sees = (head: number | null) => vi.waitFor(() => expect(heads.at(-1)).toBe(head), { timeout: 15_000, interval: 50 });
  return { heads, errors, stop, sees };
}

/** A group of one who can spend. */
async function foundSpender() {
  const { groupId, owner, ownerId } = await foundHousehold(backend);
  const spend = () => backend.call('createExpense', { as: owner, params: { groupId }, body: bill(ownerId, [ownerId]) });
  return { groupId, owner, spend };
}

test('[NTF11] deleting and making a notification again keeps an open listener alive', async () => {
  const { groupId, owner, spend } = await foundSpender();
  const { errors, stop, sees } = listen(owner.userId, groupId);

  await sees(1);
  await backend.db.collection('group-changes').doc(groupId).delete();
  await sees(null);
  await spend();
  await sees(2);
  await spend();
  await sees(3);
  stop();
  expect(errors).toEqual([]);
});

test('[INV12] a stranger’s listener on that group stays silent while its owner’s is told of a change', async () => {
  const { groupId, owner, spend } = await foundSpender();
  const own = listen(owner.userId, groupId);
  const stranger = listen(randomUUID(), groupId);
  // Both listen for certain before anything changes: the stranger has had an answer, which was empty.
  await own.sees(1);
  await stranger.sees(null);

  await spend();
  await own.sees(2);
  await pause(LATER_MS);

  own.stop();
  stranger.stop();
  expect(stranger.heads).toEqual([null]);
  expect(stranger.errors).toEqual([]);
});
