import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCleanUpStore } from '../../firebase/functions/src/repositories/notifications/clean-up.ts';
import { createNotificationStore } from '../../firebase/functions/src/repositories/notifications/notifications.ts';
import type { AnyNotification, Target } from '../../firebase/functions/src/services/notifications/ports.ts';
import { type Backend, startBackend } from '../support/backend.ts';

/** Two instances that announce, or tidy up, the same group: the slower one's write must not count. */

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const notificationOf = ({ groupId }: Target, seq: number): AnyNotification => ({
  groupId,
  seq,
  timestamp: 1000 + seq,
  windowEndsAt: 1500 + seq,
  affectedUsers: [],
  type: 'modified',
  priority: 'medium',
  userId: null,
  fields: [],
});

async function setUp() {
  const target: Target = { kind: 'group-changes', groupId: randomUUID() };
  const store = createNotificationStore(backend.db);
  const first = await store.write(target, notificationOf(target, 1), null);
  if (!first) throw new Error('nobody else was there');
  const said = async () => (await store.read(target))?.seq;
  return { target, store, first, said };
}

test('[NTF1] of two that announce upon the same notification one is told that the other was quicker', async () => {
  const { target, store, first, said } = await setUp();
  expect(await store.write(target, notificationOf(target, 3), first)).toMatchObject({ seq: 3 });
  expect(await store.write(target, notificationOf(target, 2), first)).toBeNull();
  expect(await store.write(target, notificationOf(target, 2), null)).toBeNull();
  expect(await said()).toBe(3);
});

test('[NTF11] the clean-up spares a notification that was refreshed after it was listed', async () => {
  const { target, store, first, said } = await setUp();
  const cleanUp = createCleanUpStore(backend.db);
  const fresh = await store.write(target, notificationOf(target, 2), first);
  expect(await cleanUp.remove(target.kind, { groupId: target.groupId, revision: first.revision })).toBe(false);
  expect(await said()).toBe(2);
  expect(await cleanUp.remove(target.kind, { groupId: target.groupId, revision: fresh?.revision ?? first.revision })).toBe(true);
  expect(await said()).toBeUndefined();
});
