import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { LedgerRow } from './ledger.ts';
import type { GroupHead, LocalDb } from './local-db.ts';
import type { QueuedChange } from './queued-change.ts';
import { CACHED, type Database, openDatabase, STORES, type StoreName } from './schema.ts';
import { continues, forgettable, isFurther } from './stored-cursor.ts';
import { createUnstored } from './unstored.ts';

/** Everything whose key begins with the group's id: an array sorts after every number and string. */
const ofGroup = (groupId: string) => IDBKeyRange.bound([groupId], [groupId, []]);

/** Opens the account's database. @throws where the browser denies storage */
export async function openIndexedDb(accountId: string): Promise<LocalDb> {
  return createIndexedDb(await openDatabase(accountId));
}

type Transaction = ReturnType<typeof writing>;

/** All requests of a transaction are made without waiting for anything else, or IndexedDB would commit it in between. */
const writing = (db: Database, stores: StoreName[]) => db.transaction(stores, 'readwrite');

const draftKey = (groupId: string, name = ''): string => `${groupId} ${name}`;

function createIndexedDb(db: Database): LocalDb {
  const unstored = createUnstored();
  const dropUnstored = (ids: readonly string[]) => unstored.drop((id) => ids.includes(id));

  /** Runs `work` as one transaction: whatever fails in it undoes the whole. */
  async function write(stores: StoreName[], work: (tx: Transaction) => Promise<void>): Promise<void> {
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

  const empty = (stores: readonly StoreName[]) =>
    write([...stores], async (tx) => void (await Promise.all(stores.map((name) => tx.objectStore(name).clear()))));

  const amend = (mutationId: string, part: Partial<QueuedChange>) =>
    write(['queue'], async (tx) => {
      const cursor = await tx.objectStore('queue').index('mutationId').openCursor(mutationId);
      await cursor?.update({ ...cursor.value, ...part });
    });

  return {
    readProfile: async () => (await db.get('profile', 'own')) ?? null,
    writeProfile: (profile) =>
      write(['profile'], async (tx) => {
        await tx.objectStore('profile').put(profile, 'own');
      }),

    readGroupList: async () => (await db.get('lists', 'groups')) ?? null,
    writeGroupList: (list) =>
      write(['lists'], async (tx) => {
        await tx.objectStore('lists').put(list, 'groups');
      }),

    async readGroup(groupId) {
      const tx = db.transaction(['groups', 'rows', 'entries']);
      const [head, rows, entries] = await Promise.all([
        tx.objectStore('groups').get(groupId),
        tx.objectStore('rows').getAll(ofGroup(groupId)),
        tx.objectStore('entries').getAll(ofGroup(groupId)),
      ]);
      return head ? { ...head, rows, entries } : null;
    },
    writeSnapshot({ rows, entries, ...head }, acknowledged) {
      // The server has them: that they could not be stored here is no loss any more, however this ends.
      dropUnstored(acknowledged);
      return write(['groups', 'rows', 'entries', 'queue'], async (tx) => {
        await unqueue(tx, acknowledged);
        const groupId = head.group.id;
        const stored = await tx.objectStore('groups').get(groupId);
        if (stored && isFurther(stored, head)) return;
        await Promise.all([
          tx.objectStore('rows').delete(ofGroup(groupId)),
          tx.objectStore('entries').delete(ofGroup(groupId)),
          tx.objectStore('groups').put(head, groupId),
          ...putRows(tx, groupId, rows, entries),
        ]);
      });
    },
    advance({ since, head, rows, entries, acknowledged }) {
      dropUnstored(acknowledged);
      return write(['groups', 'rows', 'entries', 'queue'], async (tx) => {
        await unqueue(tx, acknowledged);
        const groupId = head.group.id;
        const stored = await tx.objectStore('groups').get(groupId);
        if (!stored || !continues(stored, since, head)) return;
        const next: GroupHead = { ...stored, group: head.group, cursor: head.cursor };
        await Promise.all([
          tx.objectStore('groups').put(next, groupId),
          ...putRows(tx, groupId, rows, entries),
          tx.objectStore('entries').delete(IDBKeyRange.bound([groupId], [groupId, forgettable(head.cursor)])),
        ]);
      });
    },
    addOlder: (groupId, cursor, { kind, rows, beyond }) =>
      write(['groups', 'rows'], async (tx) => {
        const stored = await tx.objectStore('groups').get(groupId);
        if (stored?.cursor !== cursor) return;
        await tx.objectStore('groups').put({ ...stored, older: { ...stored.older, [kind]: beyond } }, groupId);
        await Promise.all(rows.map((row) => addRow(tx, groupId, row)));
      }),
    dropGroup: (groupId, notices, name) =>
      write(['groups', 'rows', 'entries', 'queue', 'notices', 'names'], async (tx) => {
        await Promise.all([
          name !== undefined && tx.objectStore('names').put(name, groupId),
          tx.objectStore('groups').delete(groupId),
          ...(['rows', 'entries'] as const).map((name) => tx.objectStore(name).delete(ofGroup(groupId))),
          ...notices.map((notice) => tx.objectStore('notices').put(notice)),
        ]);
        let queued = await tx.objectStore('queue').openCursor();
        while (queued) {
          if (queued.value.groupId === groupId) await queued.delete();
          queued = await queued.continue();
        }
      }).then(() => dropUnstored(notices.map(({ id }) => id))),

    readQueue: () => db.getAll('queue'),
    enqueue: (change, base) =>
      unstored.watch(
        change.mutationId,
        write(['queue', 'rows'], async (tx) => {
          await tx.objectStore('queue').add(change);
          if (base) await addRow(tx, change.groupId, base);
        }),
      ),
    withdraw(mutationId) {
      dropUnstored([mutationId]);
      return write(['queue'], (tx) => unqueue(tx, [mutationId]));
    },
    hold: (mutationId, heldUntil) => amend(mutationId, { heldUntil }),
    acknowledge(mutationId, ack) {
      dropUnstored([mutationId]);
      return amend(mutationId, { ack });
    },
    refuse: (mutationIds, notices) =>
      // A notice has the id of its change: where it could not be stored either, that stays at risk.
      write(['queue', 'notices'], async (tx) => {
        await Promise.all([unqueue(tx, mutationIds), ...notices.map((notice) => tx.objectStore('notices').put(notice))]);
      }).then(() => dropUnstored(mutationIds)),

    readNotices: () => db.getAll('notices'),
    async removeNotice(id) {
      dropUnstored([id]);
      await db.delete('notices', id);
    },

    async readDrafts(groupId) {
      const store = db.transaction('drafts').store;
      const [keys, drafts] = await Promise.all([store.getAllKeys(ofGroup(groupId)), store.getAll(ofGroup(groupId))]);
      return new Map(keys.map(([, name], index) => [name, drafts[index]]));
    },
    keepDraft: (groupId, name, draft) =>
      unstored.watch(
        draftKey(groupId, name),
        write(['drafts'], async (tx) => {
          await tx.objectStore('drafts').put(draft, [groupId, name]);
        }),
      ),
    async dropDraft(groupId, name) {
      unstored.drop((key) => key === draftKey(groupId, name));
      await db.delete('drafts', [groupId, name]);
    },
    dropDrafts(groupId) {
      unstored.drop((key) => key.startsWith(draftKey(groupId)));
      return write(['drafts', 'names'], async (tx) => {
        await Promise.all([tx.objectStore('drafts').delete(ofGroup(groupId)), tx.objectStore('names').delete(groupId)]);
      });
    },
    countDrafts: () => db.count('drafts'),
    readDroppedName: async (groupId) => (await db.get('names', groupId)) ?? null,
    async readDraftGroups() {
      const tx = db.transaction(['drafts', 'names']);
      const names = tx.objectStore('names');
      const [drafts, called, ids] = await Promise.all([tx.objectStore('drafts').getAllKeys(), names.getAll(), names.getAllKeys()]);
      const nameOf = new Map(ids.map((id, index) => [id, called[index]]));
      return new Map(drafts.map(([groupId]) => [groupId, nameOf.get(groupId) ?? null]));
    },

    atRisk: () => !unstored.isEmpty(),

    forgetCached: () => empty(CACHED),
    clear() {
      unstored.drop(() => true);
      return empty(STORES);
    },
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

const keyOf = (groupId: string, { kind, state }: LedgerRow): [string, LedgerRow['kind'], string] => [groupId, kind, state.id];

function putRows(tx: Transaction, groupId: string, rows: readonly LedgerRow[], entries: readonly ActivityEntry[]): Promise<unknown>[] {
  return [
    ...rows.map((row) => tx.objectStore('rows').put(row, keyOf(groupId, row))),
    ...entries.map((entry) => tx.objectStore('entries').put(entry, [groupId, entry.seq])),
  ];
}

async function addRow(tx: Transaction, groupId: string, row: LedgerRow): Promise<void> {
  const key = keyOf(groupId, row);
  if ((await tx.objectStore('rows').getKey(key)) === undefined) await tx.objectStore('rows').put(row, key);
}
