import type { ActivityEntry, Expense, GroupSummary } from '@splitifyd/shared/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { GroupHead, LocalDb } from './local-db.ts';
import type { Notice, QueuedChange } from './queued-change.ts';
import { continues, forgettable, isFurther } from './stored-cursor.ts';

interface Schema extends DBSchema {
  lists: { key: 'groups'; value: GroupSummary[] };
  groups: { key: string; value: GroupHead };
  expenses: { key: [groupId: string, id: string]; value: Expense };
  entries: { key: [groupId: string, seq: number]; value: ActivityEntry };
  /** Its keys grow, so reading it in their order is reading it in the order of queueing. */
  queue: { key: number; value: QueuedChange; indexes: { mutationId: string } };
  notices: { key: string; value: Notice };
}

const STORES = ['lists', 'groups', 'expenses', 'entries', 'queue', 'notices'] as const;
const VERSION = 1;

/** Everything whose key begins with the group's id: an array sorts after every number and string. */
const ofGroup = (groupId: string) => IDBKeyRange.bound([groupId], [groupId, []]);

/** Opens the account's database. @throws where the browser denies storage */
export async function openIndexedDb(accountId: string): Promise<LocalDb> {
  const db = await openDB<Schema>(`splitifyd-${accountId}`, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('lists');
      fresh.createObjectStore('groups');
      fresh.createObjectStore('expenses');
      fresh.createObjectStore('entries');
      fresh.createObjectStore('queue', { autoIncrement: true }).createIndex('mutationId', 'mutationId', { unique: true });
      fresh.createObjectStore('notices', { keyPath: 'id' });
    },
    // A newer page in another tab wants to change the schema: let it.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  return createIndexedDb(db);
}

type Name = (typeof STORES)[number];
type Transaction = ReturnType<typeof writing>;

/** All requests of a transaction are made without waiting for anything else, or IndexedDB would commit it in between. */
const writing = (db: IDBPDatabase<Schema>, stores: Name[]) => db.transaction(stores, 'readwrite');

function createIndexedDb(db: IDBPDatabase<Schema>): LocalDb {
  /** Runs `work` as one transaction: whatever fails in it undoes the whole. */
  async function write(stores: Name[], work: (tx: Transaction) => Promise<void>): Promise<void> {
    const tx = writing(db, stores);
    // Whoever fails first aborts, and then `done` fails too: one report is enough.
    const done = tx.done.catch((error: unknown) => error);
    try {
      await work(tx);
    } catch (error) {
      abort(tx);
      await done;
      throw error;
    }
    const failure = await done;
    if (failure !== undefined) throw failure;
  }

  return {
    readGroupList: async () => (await db.get('lists', 'groups')) ?? null,
    writeGroupList: (groups) =>
      write(['lists'], async (tx) => {
        await tx.objectStore('lists').put([...groups], 'groups');
      }),

    async readGroup(groupId) {
      const tx = db.transaction(['groups', 'expenses', 'entries']);
      const [head, expenses, entries] = await Promise.all([
        tx.objectStore('groups').get(groupId),
        tx.objectStore('expenses').getAll(ofGroup(groupId)),
        tx.objectStore('entries').getAll(ofGroup(groupId)),
      ]);
      return head ? { ...head, expenses, entries } : null;
    },
    writeSnapshot: ({ expenses, entries, ...head }, acknowledged) =>
      write(['groups', 'expenses', 'entries', 'queue'], async (tx) => {
        await unqueue(tx, acknowledged);
        const groupId = head.group.id;
        const stored = await tx.objectStore('groups').get(groupId);
        if (stored && isFurther(stored, head)) return;
        await Promise.all([
          tx.objectStore('expenses').delete(ofGroup(groupId)),
          tx.objectStore('entries').delete(ofGroup(groupId)),
          tx.objectStore('groups').put(head, groupId),
          ...putRows(tx, groupId, expenses, entries),
        ]);
      }),
    advance: ({ since, head, expenses, entries, acknowledged }) =>
      write(['groups', 'expenses', 'entries', 'queue'], async (tx) => {
        await unqueue(tx, acknowledged);
        const groupId = head.group.id;
        const stored = await tx.objectStore('groups').get(groupId);
        if (!stored || !continues(stored, since, head)) return;
        const next: GroupHead = { ...stored, group: head.group, cursor: head.cursor };
        await Promise.all([
          tx.objectStore('groups').put(next, groupId),
          ...putRows(tx, groupId, expenses, entries),
          tx.objectStore('entries').delete(IDBKeyRange.bound([groupId], [groupId, forgettable(head.cursor)])),
        ]);
      }),
    addOlder: (groupId, cursor, expenses, olderCursor) =>
      write(['groups', 'expenses'], async (tx) => {
        const stored = await tx.objectStore('groups').get(groupId);
        if (stored?.cursor !== cursor) return;
        await tx.objectStore('groups').put({ ...stored, olderCursor }, groupId);
        await Promise.all(expenses.map((expense) => addRow(tx, groupId, expense)));
      }),
    dropGroup: (groupId, notices) =>
      write(['groups', 'expenses', 'entries', 'queue', 'notices'], async (tx) => {
        await Promise.all([
          tx.objectStore('groups').delete(groupId),
          tx.objectStore('expenses').delete(ofGroup(groupId)),
          tx.objectStore('entries').delete(ofGroup(groupId)),
          ...notices.map((notice) => tx.objectStore('notices').put(notice)),
        ]);
        let queued = await tx.objectStore('queue').openCursor();
        while (queued) {
          if (queued.value.groupId === groupId) await queued.delete();
          queued = await queued.continue();
        }
      }),

    readQueue: () => db.getAll('queue'),
    enqueue: (change, base) =>
      write(['queue', 'expenses'], async (tx) => {
        await tx.objectStore('queue').add(change);
        if (base) await addRow(tx, change.groupId, base);
      }),
    acknowledge: (mutationId, ackSeq) =>
      write(['queue'], async (tx) => {
        const cursor = await tx.objectStore('queue').index('mutationId').openCursor(mutationId);
        await cursor?.update({ ...cursor.value, ackSeq });
      }),
    refuse: (notices) =>
      write(['queue', 'notices'], async (tx) => {
        const ids = notices.map(({ id }) => id);
        await Promise.all([unqueue(tx, ids), ...notices.map((notice) => tx.objectStore('notices').put(notice))]);
      }),

    readNotices: () => db.getAll('notices'),
    removeNotice: (id) => db.delete('notices', id),

    clear: () => write([...STORES], async (tx) => void (await Promise.all(STORES.map((name) => tx.objectStore(name).clear())))),
    close: () => db.close(),
  };
}

function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch {
    // A request that failed has ended it already.
  }
}

async function unqueue(tx: Transaction, mutationIds: readonly string[]): Promise<void> {
  const queue = tx.objectStore('queue');
  await Promise.all(
    mutationIds.map(async (mutationId) => {
      const key = await queue.index('mutationId').getKey(mutationId);
      if (key !== undefined) await queue.delete(key);
    }),
  );
}

function putRows(tx: Transaction, groupId: string, expenses: readonly Expense[], entries: readonly ActivityEntry[]): Promise<unknown>[] {
  return [
    ...expenses.map((expense) => tx.objectStore('expenses').put(expense, [groupId, expense.id])),
    ...entries.map((entry) => tx.objectStore('entries').put(entry, [groupId, entry.seq])),
  ];
}

async function addRow(tx: Transaction, groupId: string, expense: Expense): Promise<void> {
  const key: [string, string] = [groupId, expense.id];
  if ((await tx.objectStore('expenses').getKey(key)) === undefined) await tx.objectStore('expenses').put(expense, key);
}
