import { afterEach, expect, test, vi } from 'vitest';
import { openLocalDb } from './open-local-db.ts';
import { aCreation } from './testing/samples.ts';

/** While time stands still; code comes at once. */
const open = () =>
  openLocalDb(
    'account-1',
    () => new Promise(() => {}),
    (load) => load(),
  );

afterEach(() => vi.unstubAllGlobals());

test('without IndexedDB the page still works, for as long as it is open', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const db = await open();
  await db.enqueue(aCreation(1), null);
  expect(await db.readQueue()).toEqual([aCreation(1)]);
});

test('[REP19] where nothing can be stored, what is not answered, dismissed or saved is at risk', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const db = await open();
  const risks = [db.atRisk()];
  await db.enqueue(aCreation(1), null);
  risks.push(db.atRisk());
  await db.acknowledge(aCreation(1).mutationId, { seq: 2, epoch: 'epoch-1' });
  risks.push(db.atRisk());
  await db.keepDraft('account', 'new group', { typed: 'Lis' });
  risks.push(db.atRisk());
  await db.dropDraft('account', 'new group');
  risks.push(db.atRisk());
  expect(risks).toEqual([false, true, false, true, false]);
});

test('[SESS3] an account that ends while no database can be had for it keeps nobody waiting', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const opening = openLocalDb(
    'account-1',
    async () => {},
    () => Promise.reject(new Error('offline')),
  );
  await expect(opening).rejects.toThrow('offline');
});
