import { afterEach, expect, test, vi } from 'vitest';
import { openLocalDb } from './open-local-db.ts';
import { aCreation } from './testing/samples.ts';

afterEach(() => vi.unstubAllGlobals());

test('without IndexedDB the page still works, for as long as it is open', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const db = await openLocalDb('account-1', () => new Promise(() => {}));
  await db.enqueue(aCreation(1), null);
  expect(await db.readQueue()).toEqual([aCreation(1)]);
});
