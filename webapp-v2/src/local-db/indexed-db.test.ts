import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openIndexedDb } from './indexed-db.ts';
import { openLocalDb } from './open-local-db.ts';
import type { Notice, QueuedChange } from './queued-change.ts';
import { databaseName } from './schema.ts';
import { aCreation, aHead, aNotice, aStoredGroup, GROUP_ID, idOf } from './testing/samples.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The database as an older page made it; what those of all pages had in common comes by itself. */
const openOld = (version: number, stores = ['profile', 'lists', 'groups', 'rows', 'entries', 'drafts']) =>
  openDB(databaseName('account-1'), version, {
    upgrade(db) {
      for (const name of stores) db.createObjectStore(name);
      db.createObjectStore('queue', { autoIncrement: true }).createIndex('mutationId', 'mutationId', { unique: true });
      db.createObjectStore('notices', { keyPath: 'id' });
    },
  });

test('a queued change survives closing, for its own account only', async () => {
  const first = await openIndexedDb('account-1');
  await first.enqueue(aCreation(1), null);
  first.close();
  expect(await (await openIndexedDb('account-1')).readQueue()).toEqual([aCreation(1)]);
  expect(await (await openIndexedDb('account-2')).readQueue()).toEqual([]);
});

test('[INV2] what an older page queued and was refused is still there after its database was brought up to date', async () => {
  const old = await openOld(1, ['lists', 'groups', 'expenses', 'entries']);
  const { entityId, heldUntil: _, ack: ___, change, ...rest } = aCreation(1);
  const { kind: __, ...typed } = change;
  await old.put('queue', { ...rest, ackSeq: null, expenseId: entityId, change: typed });
  await old.put('notices', { id: idOf(9), groupId: GROUP_ID, expenseId: idOf(1), action: 'create', code: 'invalid-split' });
  await old.put('groups', { cursor: 5 }, GROUP_ID);
  old.close();
  const db = await openIndexedDb('account-1');
  expect([await db.readQueue(), await db.readNotices()]).toEqual([[aCreation(1)], [aNotice(idOf(9))]]);
  expect(await db.readGroup(GROUP_ID)).toBeNull();
});

test('[INV2] so is what a later one kept, its drafts too; what the server can tell is asked for anew', async () => {
  const old = await openOld(2);
  const { ack: _, ...queued } = aCreation(1);
  await old.put('queue', { ...queued, ackSeq: 5 });
  await old.put('notices', aNotice(idOf(9)));
  await old.put('drafts', { description: 'Fi' }, [GROUP_ID, 'new']);
  await old.put('groups', { ...aHead(5), older: { expense: 'more', settlement: '' } }, GROUP_ID);
  old.close();
  const db = await openIndexedDb('account-1');
  expect([await db.readQueue(), await db.readNotices()]).toEqual([[aCreation(1)], [aNotice(idOf(9))]]);
  expect([...(await db.readDrafts(GROUP_ID))]).toEqual([['new', { description: 'Fi' }]]);
  expect(await db.readGroup(GROUP_ID)).toBeNull();
});

test('a database without the names of groups that are gone goes on with all that it holds', async () => {
  const ack = { seq: 7, epoch: 'epoch-1' };
  const old = await openOld(3);
  await old.put('queue', { ...aCreation(1), ack });
  await old.put('groups', aHead(5), GROUP_ID);
  old.close();
  const db = await openIndexedDb('account-1');
  await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
  await db.dropGroup(idOf(5000), [], 'Cabin');
  expect([await db.readQueue(), (await db.readGroup(GROUP_ID))?.cursor]).toEqual([[{ ...aCreation(1), ack }], 5]);
});

test("[REP17] a database that another tab blocks is waited for 1.5 s, and is in nobody's way when it opens at last", async () => {
  const old = await openOld(2);
  const waits: number[] = [];
  const opened = (sleep: (ms: number) => Promise<void>) => openLocalDb('account-1', sleep, (load) => load());
  const opening = opened(async (ms) => void waits.push(ms));
  await (await opening).enqueue(aCreation(1), null);
  expect(waits).toEqual([1500, 0]);
  old.close();
  const later = await opened(() => new Promise(() => {}));
  expect(await later.readQueue()).toEqual([]);
  later.close();
  let blocked = 0;
  await deleteDB(databaseName('account-1'), { blocked: () => blocked++ });
  expect(blocked).toBe(0);
});

/** A database cannot copy a function. */
const unstorableOf = (change: QueuedChange): QueuedChange => ({ ...change, groupId: (() => '') as unknown as string });

test('[REP19] what it has refused to store is at risk, until it is stored, answered or given up', async () => {
  const db = await openIndexedDb('account-1');
  const change = aCreation(1);
  const [unstorable, typed] = [unstorableOf(change), { typed: () => '' }];
  const refused = async (storing: Promise<void>) => {
    await expect(storing).rejects.toThrow();
    return db.atRisk();
  };
  expect(db.atRisk()).toBe(false);
  expect([await refused(db.enqueue(unstorable, null)), await refused(db.keepDraft(GROUP_ID, 'new', typed))]).toEqual([true, true]);
  await db.acknowledge(change.mutationId, { seq: 7, epoch: 'epoch-1' });
  expect(db.atRisk()).toBe(true);
  await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
  expect(db.atRisk()).toBe(false);
  expect(await refused(db.keepDraft(GROUP_ID, 'new', typed))).toBe(true);
  await db.dropDrafts(GROUP_ID);
  expect([db.atRisk(), await refused(db.enqueue(unstorable, null))]).toEqual([false, true]);
  db.close();
  expect(await refused(db.refuse([change.mutationId], [aNotice(change.mutationId)]))).toBe(true);
  expect(await refused(db.removeNotice(change.mutationId))).toBe(false);
});

test('[REP19] a change whose answer was lost is at risk no longer once the confirmed state holds it', async () => {
  const db = await openIndexedDb('account-1');
  for (const confirm of [
    (acknowledged: string[]) => db.writeSnapshot(aStoredGroup(5), acknowledged),
    (acknowledged: string[]) => db.advance({ since: 5, head: aHead(6), rows: [], entries: [], acknowledged }),
  ]) {
    await expect(db.enqueue(unstorableOf(aCreation(1)), null)).rejects.toThrow();
    await confirm([idOf(2)]);
    expect(db.atRisk()).toBe(true);
    await confirm([aCreation(1).mutationId]);
    expect(db.atRisk()).toBe(false);
  }
});

test('[REP19] of a group that is gone, a change is at risk until its notice is stored', async () => {
  const db = await openIndexedDb('account-1');
  const { mutationId } = aCreation(1);
  await expect(db.enqueue(unstorableOf(aCreation(1)), null)).rejects.toThrow();
  const unstorable = { ...aNotice(mutationId), code: (() => '') as unknown as Notice['code'] };
  await expect(db.dropGroup(GROUP_ID, [unstorable])).rejects.toThrow();
  expect(db.atRisk()).toBe(true);
  await db.dropGroup(GROUP_ID, [aNotice(mutationId)]);
  expect(db.atRisk()).toBe(false);
});

test('[REP19] what is taken back or dropped while it is being stored is not at risk when that fails', async () => {
  const db = await openIndexedDb('account-1');
  const storing = Promise.allSettled([db.enqueue(unstorableOf(aCreation(1)), null), db.keepDraft(GROUP_ID, 'new', { typed: () => '' })]);
  await Promise.all([db.withdraw(aCreation(1).mutationId), db.dropDraft(GROUP_ID, 'new')]);
  expect((await storing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(db.atRisk()).toBe(false);
});
