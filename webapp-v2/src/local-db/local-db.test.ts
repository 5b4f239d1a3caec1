import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { openIndexedDb } from './indexed-db.ts';
import type { LocalDb } from './local-db.ts';
import { createMemoryDb } from './memory-db.ts';
import type { Notice } from './queued-change.ts';
import { aCreation, aGroup, aHead, anEntry, anExpense, aStoredGroup, GROUP_ID, idOf } from './samples.ts';
import { ENTRIES_KEPT } from './stored-cursor.ts';

const notice = (id: string): Notice => ({ id, groupId: GROUP_ID, expenseId: idOf(1), action: 'create', code: 'invalid-split' });

/** Something that no database can store: whatever writes it fails in the middle of its transaction. */
const unstorable = { ...anExpense(idOf(66)), note: (() => '') as unknown as string };

function describeLocalDb(name: string, open: () => Promise<LocalDb>): void {
  describe(name, () => {
    let db: LocalDb;
    beforeEach(async () => {
      globalThis.indexedDB = new IDBFactory();
      db = await open();
    });

    const expenseIds = async () => (await db.readGroup(GROUP_ID))?.expenses.map(({ id }) => id).sort() ?? null;
    const queuedIds = async () => (await db.readQueue()).map(({ mutationId }) => mutationId);

    test('knows nothing at first', async () => {
      expect(await db.readGroupList()).toBeNull();
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect(await db.readQueue()).toEqual([]);
    });

    test('gives a snapshot back as it was', async () => {
      const stored = aStoredGroup(5, { expenses: [anExpense(idOf(1))], entries: [anEntry(5, anExpense(idOf(1)))], olderCursor: 'more' });
      await db.writeSnapshot(stored, []);
      expect(await db.readGroup(GROUP_ID)).toEqual(stored);
    });

    test('a snapshot replaces the rows before it', async () => {
      await db.writeSnapshot(aStoredGroup(5, { expenses: [anExpense(idOf(1))] }), []);
      await db.writeSnapshot(aStoredGroup(9, { expenses: [anExpense(idOf(2))] }), []);
      expect(await expenseIds()).toEqual([idOf(2)]);
    });

    test('[INV4] an older snapshot of the same epoch changes nothing; one of another epoch replaces', async () => {
      await db.writeSnapshot(aStoredGroup(9), []);
      await db.writeSnapshot(aStoredGroup(5), []);
      expect((await db.readGroup(GROUP_ID))?.cursor).toBe(9);
      await db.writeSnapshot(aStoredGroup(3, { epoch: 'epoch-2' }), []);
      expect(await db.readGroup(GROUP_ID)).toMatchObject({ cursor: 3, epoch: 'epoch-2' });
    });

    test('a step that continues the stored state is laid on it', async () => {
      await db.writeSnapshot(aStoredGroup(5, { olderCursor: 'more' }), []);
      const expense = anExpense(idOf(1), { seq: 6 });
      const head = aHead(6, { group: aGroup({ seq: 6, name: 'Renamed' }) });
      await db.advance({ since: 5, head, expenses: [expense], entries: [anEntry(6, expense)], acknowledged: [] });
      const stored = await db.readGroup(GROUP_ID);
      expect(stored).toMatchObject({ cursor: 6, olderCursor: 'more', group: { name: 'Renamed' }, expenses: [expense] });
      expect(stored?.entries.map(({ seq }) => seq)).toEqual([6]);
    });

    test.each([
      ['a gap', aHead(9), 7],
      ['a step back', aHead(4), 3],
      ['another epoch', aHead(6, { epoch: 'epoch-2' }), 5],
    ])('[INV4] %s is not laid on the stored state, but still acknowledges', async (_, head, since) => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      await db.advance({ since, head, expenses: [anExpense(idOf(1))], entries: [], acknowledged: [idOf(1)] });
      expect(await db.readGroup(GROUP_ID)).toEqual(aStoredGroup(5));
      expect(await queuedIds()).toEqual([]);
    });

    test('keeps the newest entries only', async () => {
      await db.writeSnapshot(aStoredGroup(5, { entries: [anEntry(5, anExpense(idOf(1)))] }), []);
      const far = 5 + ENTRIES_KEPT;
      await db.advance({ since: 5, head: aHead(far), expenses: [], entries: [anEntry(far, anExpense(idOf(1)))], acknowledged: [] });
      expect((await db.readGroup(GROUP_ID))?.entries.map(({ seq }) => seq)).toEqual([far]);
    });

    test('older rows are added without overwriting what is held, and only at the cursor they were read at', async () => {
      const held = anExpense(idOf(1), { description: 'held', version: 2 });
      await db.writeSnapshot(aStoredGroup(5, { expenses: [held], olderCursor: 'a' }), []);
      await db.addOlder(GROUP_ID, 5, [anExpense(idOf(1)), anExpense(idOf(2))], 'b');
      await db.addOlder(GROUP_ID, 4, [anExpense(idOf(3))], 'c');
      const stored = await db.readGroup(GROUP_ID);
      expect(stored?.olderCursor).toBe('b');
      expect(stored?.expenses).toEqual([held, anExpense(idOf(2))]);
    });

    test('[INV3] the queue keeps the order in which it grew', async () => {
      for (const n of [3, 1, 2]) await db.enqueue(aCreation(n), null);
      expect(await queuedIds()).toEqual([idOf(3), idOf(1), idOf(2)]);
    });

    test('a change cannot be queued twice', async () => {
      await db.enqueue(aCreation(1), null);
      await expect(db.enqueue(aCreation(1), null)).rejects.toThrow();
      expect(await queuedIds()).toEqual([idOf(1)]);
    });

    test('[INV8] a change and the row it rests on are stored together', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), anExpense(idOf(7)));
      expect(await expenseIds()).toEqual([idOf(7)]);
      expect(await queuedIds()).toEqual([idOf(1)]);
    });

    test('[INV8] when the row cannot be stored, the change is not queued either', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await expect(db.enqueue(aCreation(1), unstorable)).rejects.toThrow();
      expect(await expenseIds()).toEqual([]);
      expect(await queuedIds()).toEqual([]);
    });

    test('[INV8] when a step cannot be stored, what it acknowledges stays queued', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      const step = { since: 5, head: aHead(6), expenses: [unstorable], entries: [], acknowledged: [idOf(1)] };
      await expect(db.advance(step)).rejects.toThrow();
      expect((await db.readGroup(GROUP_ID))?.cursor).toBe(5);
      expect(await queuedIds()).toEqual([idOf(1)]);
    });

    test('an acknowledged change stays queued with its seq until the state holds it', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      await db.acknowledge(idOf(1), 7);
      expect(await db.readQueue()).toEqual([aCreation(1, { ackSeq: 7 })]);
      await db.advance({ since: 5, head: aHead(7), expenses: [], entries: [], acknowledged: [idOf(1)] });
      expect(await queuedIds()).toEqual([]);
    });

    test('[INV2] a refused change leaves the queue and becomes a notice', async () => {
      await db.enqueue(aCreation(1), null);
      await db.enqueue(aCreation(2), null);
      await db.refuse([notice(idOf(1))]);
      expect(await queuedIds()).toEqual([idOf(2)]);
      expect(await db.readNotices()).toEqual([notice(idOf(1))]);
      await db.removeNotice(idOf(1));
      expect(await db.readNotices()).toEqual([]);
    });

    test('[INV2] dropping a group turns its queue into notices and leaves other groups alone', async () => {
      const other = idOf(5000);
      await db.writeSnapshot(aStoredGroup(5, { expenses: [anExpense(idOf(1))] }), []);
      await db.writeSnapshot(aStoredGroup(3, { group: aGroup({ id: other }) }), []);
      await db.enqueue(aCreation(1), null);
      await db.enqueue(aCreation(2, { groupId: other }), null);
      await db.dropGroup(GROUP_ID, [notice(idOf(1))]);
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect((await db.readGroup(other))?.cursor).toBe(3);
      expect(await queuedIds()).toEqual([idOf(2)]);
      expect(await db.readNotices()).toHaveLength(1);
    });

    test('what is read is a copy', async () => {
      await db.enqueue(aCreation(1), null);
      const [change] = await db.readQueue();
      if (change) change.ackSeq = 99;
      expect(await db.readQueue()).toEqual([aCreation(1)]);
    });

    test('clearing leaves nothing', async () => {
      await db.writeGroupList([]);
      await db.writeSnapshot(aStoredGroup(5, { expenses: [anExpense(idOf(1))] }), []);
      await db.enqueue(aCreation(1), null);
      await db.refuse([notice(idOf(2))]);
      await db.clear();
      expect(await db.readGroupList()).toBeNull();
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect(await db.readQueue()).toEqual([]);
      expect(await db.readNotices()).toEqual([]);
    });
  });
}

describeLocalDb('in memory', async () => createMemoryDb());
describeLocalDb('in IndexedDB', () => openIndexedDb('account-1'));

describe('durability', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  test('a queued change survives closing, for its own account only', async () => {
    const first = await openIndexedDb('account-1');
    await first.enqueue(aCreation(1), null);
    first.close();
    expect(await (await openIndexedDb('account-1')).readQueue()).toEqual([aCreation(1)]);
    expect(await (await openIndexedDb('account-2')).readQueue()).toEqual([]);
  });
});
