import type { ActivityEntry, Profile } from '@splitifyd/shared/contract';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { EntityKind, LedgerRow } from './ledger.ts';
import type { GroupHead, StoredGroupList } from './local-db.ts';
import type { Notice, QueuedChange } from './queued-change.ts';

export interface Schema extends DBSchema {
  profile: { key: 'own'; value: Profile };
  lists: { key: 'groups'; value: StoredGroupList };
  groups: { key: string; value: GroupHead };
  rows: { key: [groupId: string, kind: EntityKind, id: string]; value: LedgerRow };
  entries: { key: [groupId: string, seq: number]; value: ActivityEntry };
  /** Its keys grow, so reading it in their order is reading it in the order of queueing. */
  queue: { key: number; value: QueuedChange; indexes: { mutationId: string } };
  notices: { key: string; value: Notice };
  drafts: { key: [groupId: string, name: string]; value: unknown };
  /** What groups were called that are gone for the reader. */
  names: { key: string; value: string };
}

/** What the server can tell again. */
export const CACHED = ['profile', 'lists', 'groups', 'rows', 'entries'] as const;
export const STORES = [...CACHED, 'queue', 'notices', 'drafts', 'names'] as const;
export type StoreName = (typeof STORES)[number];
export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

/** 1 knew expenses only; 2 neither how far lists were read nor of which epoch an answer was; 3 no names of groups that are gone. */
const VERSION = 4;

export const databaseName = (accountId: string): string => `splitifyd-${accountId}`;

/** Opens the account's database. @throws where the browser denies storage */
export function openDatabase(accountId: string): Promise<Database> {
  return openDB<Schema>(databaseName(accountId), VERSION, {
    async upgrade(db, from, _to, tx) {
      if (from === 0) createQueue(db);
      else if (from < 3) await keepQueue(tx, from);
      const own: readonly string[] = from < 2 ? ['queue', 'notices'] : ['queue', 'notices', 'drafts'];
      // What came from the server in another form is fetched anew rather than converted.
      if (from < 3) for (const name of [...db.objectStoreNames]) if (!own.includes(name)) db.deleteObjectStore(name);
      for (const name of STORES) if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
    },
    // A newer page in another tab wants to change the schema: let it.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
}

function createQueue(db: Database): void {
  db.createObjectStore('queue', { autoIncrement: true }).createIndex('mutationId', 'mutationId', { unique: true });
  db.createObjectStore('notices', { keyPath: 'id' });
}

type Earlier = Record<string, unknown> & { change: object; expenseId: string };

/** Changes on their way and notices belong to the user: they survive every change of the schema [INV2]. */
async function keepQueue(tx: Upgrade, from: number): Promise<void> {
  for (let at = await tx.objectStore('queue').openCursor(); at; at = await at.continue()) {
    const { ackSeq: _, ...queued } = (from === 1 ? withKind(at.value) : at.value) as unknown as Earlier;
    // What was answered in an unknown epoch is sent once more: it has happened, and happens once.
    await at.update({ ...queued, ack: null } as unknown as QueuedChange);
  }
  if (from > 1) return;
  for (let at = await tx.objectStore('notices').openCursor(); at; at = await at.continue()) {
    const { expenseId: entityId, ...rest } = at.value as unknown as Earlier;
    await at.update({ ...rest, entityId, kind: 'expense' } as unknown as Notice);
  }
}

function withKind(value: unknown): object {
  const { expenseId: entityId, change, ...rest } = value as Earlier;
  return { ...rest, entityId, change: { ...change, kind: 'expense' }, heldUntil: 0 };
}
