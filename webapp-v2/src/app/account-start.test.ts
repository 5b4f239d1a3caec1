import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { openIndexedDb } from '../local-db/indexed-db.ts';
import { aCreation } from '../local-db/testing/samples.ts';
import { systemRandomness } from '../platform/randomness.ts';
import { createVirtualClock } from '../sync/testing/virtual-clock.ts';
import { createAccountStart } from './account-start.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A browser that is offline, in which time stands still. */
const startOffline = () =>
  createAccountStart({
    platform: {
      clock: createVirtualClock(),
      randomness: systemRandomness,
      http: () => Promise.reject(new Error('offline')),
      lifecycle: { visible: () => true, online: () => false, onChange: () => {} },
      auth: { token: async () => null },
      loadFirestore: () => Promise.reject(new Error('offline')),
      afterPaint: async () => {},
      askBeforeClosing: () => {},
      apiBase: '',
    },
    report: { state: () => {}, retryAt: () => {}, quality: () => {} },
    onAccountDeleted: () => {},
  });

test('[SESS3] who signs out while their database is being opened leaves nothing in it either', async () => {
  const before = await openIndexedDb('mara');
  await before.enqueue(aCreation(1), null);
  before.close();
  const life = new AbortController();
  const starting = startOffline()('mara', life.signal);
  life.abort();
  await (await starting).forget('all');
  expect(await (await openIndexedDb('mara')).readQueue()).toEqual([]);
});
