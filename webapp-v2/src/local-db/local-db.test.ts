import 'fake-indexeddb/auto';
import type { Profile } from '@splitifyd/shared/contract';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { openIndexedDb } from './indexed-db.ts';
import type { LedgerRow } from './ledger.ts';
import type { LocalDb } from './local-db.ts';
import { createMemoryDb } from './memory-db.ts';
import { ENTRIES_KEPT } from './stored-cursor.ts';
import {
  aCreation,
  aGroup,
  aHead,
  aNotice,
  anEntry,
  anExpense,
  aSettlement,
  aStoredGroup,
  expenseRow,
  GROUP_ID,
  idOf,
  settlementRow,
} from './testing/samples.ts';

const profile: Profile = { userId: 'uid-anna', displayName: 'Anna Sommer', locale: 'de', defaultCurrency: 'EUR', version: 3 };

const beyond = (cursor: string) => ({ cursor, reached: '2024-05-01' });

const ACK = { seq: 7, epoch: 'epoch-1' };

/** Something that no database can store: whatever writes it fails in the middle of its transaction. */
const unstorable = expenseRow({ ...anExpense(idOf(66)), note: (() => '') as unknown as string });

function describeLocalDb(name: string, open: () => Promise<LocalDb>): void {
  describe(name, () => {
    let db: LocalDb;
    beforeEach(async () => {
      globalThis.indexedDB = new IDBFactory();
      db = await open();
    });

    const rowIds = async () => (await db.readGroup(GROUP_ID))?.rows.map(({ state }) => state.id).sort() ?? null;
    const queuedIds = async () => (await db.readQueue()).map(({ mutationId }) => mutationId);

    test('knows nothing at first', async () => {
      expect(await db.readGroupList()).toBeNull();
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect(await db.readQueue()).toEqual([]);
    });

    test('gives a snapshot back as it was', async () => {
      const stored = aStoredGroup(5, {
        rows: [expenseRow(anExpense(idOf(1))), settlementRow(aSettlement(idOf(2)))],
        entries: [anEntry(5, anExpense(idOf(1)))],
        older: { expense: beyond('more'), settlement: null },
      });
      await db.writeSnapshot(stored, []);
      expect(await db.readGroup(GROUP_ID)).toEqual(stored);
    });

    test('a snapshot replaces the rows before it', async () => {
      await db.writeSnapshot(aStoredGroup(5, { rows: [expenseRow(anExpense(idOf(1)))] }), []);
      await db.writeSnapshot(aStoredGroup(9, { rows: [expenseRow(anExpense(idOf(2)))] }), []);
      expect(await rowIds()).toEqual([idOf(2)]);
    });

    test('[INV4] an older snapshot of the same epoch changes nothing; one of another epoch replaces', async () => {
      await db.writeSnapshot(aStoredGroup(9), []);
      await db.writeSnapshot(aStoredGroup(5), []);
      expect((await db.readGroup(GROUP_ID))?.cursor).toBe(9);
      await db.writeSnapshot(aStoredGroup(3, { epoch: 'epoch-2' }), []);
      expect(await db.readGroup(GROUP_ID)).toMatchObject({ cursor: 3, epoch: 'epoch-2' });
    });

    test('a step that continues the stored state is laid on it', async () => {
      await db.writeSnapshot(aStoredGroup(5, { older: { expense: beyond('more'), settlement: null } }), []);
      const expense = anExpense(idOf(1), { seq: 6 });
      const rows = [expenseRow(expense), settlementRow(aSettlement(idOf(2), { seq: 6 }))];
      const head = aHead(6, { group: aGroup({ seq: 6, name: 'Renamed' }) });
      await db.advance({ since: 5, head, rows, entries: [anEntry(6, expense)], acknowledged: [] });
      const stored = await db.readGroup(GROUP_ID);
      expect(stored).toMatchObject({ cursor: 6, older: { expense: beyond('more') }, group: { name: 'Renamed' }, rows });
      expect(stored?.entries.map(({ seq }) => seq)).toEqual([6]);
    });

    test.each([
      ['a gap', aHead(9), 7],
      ['a step back', aHead(4), 3],
      ['another epoch', aHead(6, { epoch: 'epoch-2' }), 5],
    ])('[INV4] %s is not laid on the stored state, but still acknowledges', async (_, head, since) => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      await db.advance({ since, head, rows: [expenseRow(anExpense(idOf(1)))], entries: [], acknowledged: [idOf(1)] });
      expect(await db.readGroup(GROUP_ID)).toEqual(aStoredGroup(5));
      expect(await queuedIds()).toEqual([]);
    });

    test('keeps the newest entries only', async () => {
      await db.writeSnapshot(aStoredGroup(5, { entries: [anEntry(5, anExpense(idOf(1)))] }), []);
      const far = 5 + ENTRIES_KEPT;
      await db.advance({ since: 5, head: aHead(far), rows: [], entries: [anEntry(far, anExpense(idOf(1)))], acknowledged: [] });
      expect((await db.readGroup(GROUP_ID))?.entries.map(({ seq }) => seq)).toEqual([far]);
    });

    test('older rows are added without overwriting what is held, and only at the cursor they were read at', async () => {
      const held = expenseRow(anExpense(idOf(1), { description: 'held', version: 2 }));
      const [first, second, third] = [1, 2, 3].map((n) => expenseRow(anExpense(idOf(n)))) as [LedgerRow, LedgerRow, LedgerRow];
      await db.writeSnapshot(aStoredGroup(5, { rows: [held], older: { expense: beyond('a'), settlement: beyond('s') } }), []);
      await db.addOlder(GROUP_ID, 5, { kind: 'expense', rows: [first, second], beyond: beyond('b') });
      await db.addOlder(GROUP_ID, 4, { kind: 'expense', rows: [third], beyond: beyond('c') });
      const stored = await db.readGroup(GROUP_ID);
      expect(stored?.older).toEqual({ expense: beyond('b'), settlement: beyond('s') });
      expect(stored?.rows).toEqual([held, second]);
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
      await db.enqueue(aCreation(1), expenseRow(anExpense(idOf(7))));
      expect(await rowIds()).toEqual([idOf(7)]);
      expect(await queuedIds()).toEqual([idOf(1)]);
    });

    test('[INV8] when the row cannot be stored, the change is not queued either', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await expect(db.enqueue(aCreation(1), unstorable)).rejects.toThrow();
      expect(await rowIds()).toEqual([]);
      expect(await queuedIds()).toEqual([]);
    });

    test('[INV8] when a step cannot be stored, what it acknowledges stays queued', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      const step = { since: 5, head: aHead(6), rows: [unstorable], entries: [], acknowledged: [idOf(1)] };
      await expect(db.advance(step)).rejects.toThrow();
      expect((await db.readGroup(GROUP_ID))?.cursor).toBe(5);
      expect(await queuedIds()).toEqual([idOf(1)]);
    });

    test('[HOLD7] a change is held back until another moment, as long as it is queued', async () => {
      await db.enqueue(aCreation(1), null);
      await db.hold(idOf(1), 70);
      await db.hold(idOf(2), 70);
      expect(await db.readQueue()).toEqual([{ ...aCreation(1), heldUntil: 70 }]);
    });

    test('an acknowledged change stays queued with its seq until the state holds it', async () => {
      await db.writeSnapshot(aStoredGroup(5), []);
      await db.enqueue(aCreation(1), null);
      await db.acknowledge(idOf(1), ACK);
      expect(await db.readQueue()).toEqual([aCreation(1, { ack: ACK })]);
      await db.advance({ since: 5, head: aHead(7), rows: [], entries: [], acknowledged: [idOf(1)] });
      expect(await queuedIds()).toEqual([]);
    });

    test('[INV2] a refused change leaves the queue and becomes a notice', async () => {
      await db.enqueue(aCreation(1), null);
      await db.enqueue(aCreation(2), null);
      await db.refuse([idOf(1)], [aNotice(idOf(1))]);
      expect(await queuedIds()).toEqual([idOf(2)]);
      expect(await db.readNotices()).toEqual([aNotice(idOf(1))]);
      await db.removeNotice(idOf(1));
      expect(await db.readNotices()).toEqual([]);
    });

    test('[INV2] dropping a group turns its queue into notices and leaves other groups alone', async () => {
      const other = idOf(5000);
      await db.writeSnapshot(aStoredGroup(5, { rows: [expenseRow(anExpense(idOf(1)))] }), []);
      await db.writeSnapshot(aStoredGroup(3, { group: aGroup({ id: other }) }), []);
      await db.enqueue(aCreation(1), null);
      await db.enqueue(aCreation(2, { groupId: other }), null);
      await db.dropGroup(GROUP_ID, [aNotice(idOf(1))]);
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect((await db.readGroup(other))?.cursor).toBe(3);
      expect(await queuedIds()).toEqual([idOf(2)]);
      expect(await db.readNotices()).toHaveLength(1);
    });

    test('a change that is taken back leaves the queue, and nothing else does', async () => {
      await db.enqueue(aCreation(1), null);
      await db.enqueue(aCreation(2), null);
      await db.withdraw(idOf(1));
      expect(await queuedIds()).toEqual([idOf(2)]);
    });

    test('the profile and the list of groups are given back as they were written last', async () => {
      await db.writeProfile({ ...profile, displayName: 'Anna' });
      await db.writeProfile(profile);
      await db.writeGroupList({ groups: [], cursor: 'c', epoch: 'e' });
      expect([await db.readProfile(), await db.readGroupList()]).toEqual([profile, { groups: [], cursor: 'c', epoch: 'e' }]);
    });

    test('[DRAFT1] drafts are kept by group and name until they are dropped, and outlive their group', async () => {
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Firewood' });
      await db.keepDraft(GROUP_ID, idOf(1), { typed: 'Logs' });
      await db.keepDraft(idOf(5000), 'new', { typed: 'Tea' });
      await db.dropDraft(GROUP_ID, idOf(1));
      expect([...(await db.readDrafts(GROUP_ID))]).toEqual([['new', { typed: 'Firewood' }]]);
      await db.dropGroup(GROUP_ID, []);
      expect([(await db.readDrafts(GROUP_ID)).size, await db.countDrafts()]).toEqual([1, 2]);
      await db.dropDrafts(GROUP_ID);
      expect([(await db.readDrafts(GROUP_ID)).size, await db.countDrafts()]).toEqual([0, 1]);
      expect((await db.readDrafts(idOf(5000))).size).toBe(1);
    });

    test('[DRAFT6] the groups that something is half typed in are known, those that are gone by what they were called', async () => {
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
      await db.keepDraft(GROUP_ID, 'settings', { typed: 'Logs' });
      await db.keepDraft(idOf(5000), 'new', { typed: 'Tea' });
      expect(await db.readDraftGroups()).toEqual(
        new Map([
          [GROUP_ID, null],
          [idOf(5000), null],
        ]),
      );
      await db.dropGroup(GROUP_ID, [], 'Cabin');
      await db.dropGroup(GROUP_ID, []);
      await db.dropGroup(idOf(6000), [], 'Nothing was typed in it');
      await db.dropDraft(idOf(5000), 'new');
      await db.forgetCached();
      expect(await db.readDraftGroups()).toEqual(new Map([[GROUP_ID, 'Cabin']]));
      await db.dropDrafts(GROUP_ID);
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
      expect(await db.readDraftGroups()).toEqual(new Map([[GROUP_ID, null]]));
    });

    test('[FLOW8] what a group was called that is gone is known until what was typed in it is discarded', async () => {
      expect(await db.readDroppedName(GROUP_ID)).toBeNull();
      await db.dropGroup(GROUP_ID, [], 'Cabin');
      expect([await db.readDroppedName(GROUP_ID), await db.readDroppedName(idOf(5000))]).toEqual(['Cabin', null]);
      await db.dropDrafts(GROUP_ID);
      expect(await db.readDroppedName(GROUP_ID)).toBeNull();
    });

    test('what is read is a copy', async () => {
      await db.enqueue(aCreation(1), null);
      const [change] = await db.readQueue();
      if (change) change.ack = ACK;
      expect(await db.readQueue()).toEqual([aCreation(1)]);
    });

    test('clearing leaves nothing', async () => {
      await db.writeGroupList({ groups: [], cursor: 'c', epoch: 'e' });
      await db.writeProfile(profile);
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
      await db.writeSnapshot(aStoredGroup(5, { rows: [expenseRow(anExpense(idOf(1)))] }), []);
      await db.enqueue(aCreation(1), null);
      await db.refuse([idOf(2)], [aNotice(idOf(2))]);
      await db.clear();
      expect(await db.readGroupList()).toBeNull();
      expect(await db.readProfile()).toBeNull();
      expect(await db.readGroup(GROUP_ID)).toBeNull();
      expect(await db.readQueue()).toEqual([]);
      expect(await db.readNotices()).toEqual([]);
      expect((await db.readDrafts(GROUP_ID)).size).toBe(0);
    });

    test('[SESS8] forgetting what the server can tell again keeps the queue, notices and drafts', async () => {
      const [edited, other] = [expenseRow(anExpense(idOf(1))), settlementRow(aSettlement(idOf(2)))];
      await db.writeProfile(profile);
      await db.writeGroupList({ groups: [], cursor: 'c', epoch: 'e' });
      await db.writeSnapshot(aStoredGroup(5, { rows: [edited, other], entries: [anEntry(5, anExpense(idOf(1)))] }), []);
      await db.keepDraft(GROUP_ID, 'new', { typed: 'Fire' });
      const change = aCreation(1, { entityId: idOf(1), change: { kind: 'expense', action: 'delete', version: 1 } });
      await db.enqueue(change, edited);
      await db.refuse([idOf(9)], [aNotice(idOf(9))]);
      await db.forgetCached();
      expect([await db.readProfile(), await db.readGroupList(), await db.readGroup(GROUP_ID)]).toEqual([null, null, null]);
      expect([await db.readQueue(), await db.readNotices()]).toEqual([[change], [aNotice(idOf(9))]]);
      expect([...(await db.readDrafts(GROUP_ID))]).toEqual([['new', { typed: 'Fire' }]]);
    });
  });
}

describeLocalDb('in memory', async () => createMemoryDb());
describeLocalDb('in IndexedDB', () => openIndexedDb('account-1'));
