import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import { GROUP_ID } from '../../local-db/testing/samples.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import { createModelClient } from '../../sync/testing/model-client.ts';
import { createModelServer } from '../../sync/testing/model-server.ts';
import { createVirtualClock } from '../../sync/testing/virtual-clock.ts';
import { createGroupListStore } from './group-list.ts';

async function setUp() {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const db = createMemoryDb();
  await db.keepDraft(GROUP_ID, 'new expense', { typed: 'Fire' });
  await db.keepDraft('account', 'new group', { typed: 'Lis' });
  const start = () => createModelClient(server, clock, { db });
  const sync = signal<AccountSync | null>(null);
  const store = createGroupListStore(sync);
  const leftBehind = async () => {
    const read = store.readLeftBehind();
    await clock.advance(1000);
    return read;
  };
  return { clock, server, db, sync, start, store, leftBehind };
}

const CABIN = { id: GROUP_ID, name: 'Cabin weekend' };

test('[DRAFT6] a group that went with something half typed in it is told at every visit, until that is discarded', async () => {
  const { clock, server, sync, start, store, leftBehind } = await setUp();
  const first = start();
  sync.value = first.sync;
  await clock.advance(1000);
  expect(await leftBehind()).toEqual([]);
  server.removeAnna();
  store.refresh();
  await clock.advance(1000);
  expect([await leftBehind(), await leftBehind()]).toEqual([[CABIN], [CABIN]]);
  first.end();
  sync.value = start().sync;
  expect(await leftBehind()).toEqual([CABIN]);
  await store.discardTyped(GROUP_ID);
  expect(await leftBehind()).toEqual([]);
});

test('[DRAFT6] whoever was signed out and removed by the time they are back is told as well, without its name', async () => {
  const { server, sync, start, leftBehind } = await setUp();
  server.removeAnna();
  sync.value = start().sync;
  expect(await leftBehind()).toEqual([{ id: GROUP_ID, name: null }]);
});

test('[DRAFT6] of a group without a name the server is asked once, not at every page', async () => {
  const { server, sync, start, leftBehind } = await setUp();
  server.removeAnna();
  sync.value = start().sync;
  await leftBehind();
  let asked = 0;
  server.setWeather({
    fate() {
      asked += 1;
      return 'answered';
    },
  });
  expect([await leftBehind(), await leftBehind()]).toEqual(Array(2).fill([{ id: GROUP_ID, name: null }]));
  expect(asked).toBe(0);
});

test('[DRAFT6] a group that is only not known here yet is not called gone, nor while the server cannot be asked', async () => {
  const { clock, server, sync, start, leftBehind } = await setUp();
  server.setWeather({ fate: () => 'unheard' });
  sync.value = start().sync;
  expect(await leftBehind()).toEqual([]);
  server.setWeather({});
  await clock.advance(60_000);
  expect(await leftBehind()).toEqual([]);
});
