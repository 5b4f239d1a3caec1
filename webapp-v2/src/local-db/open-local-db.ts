import { openIndexedDb } from './indexed-db.ts';
import type { LocalDb } from './local-db.ts';
import { createMemoryDb } from './memory-db.ts';

/** The account's durable database; where the browser denies storage, one that lasts as long as the page. */
export async function openLocalDb(accountId: string): Promise<LocalDb> {
  try {
    return await openIndexedDb(accountId);
  } catch {
    return createMemoryDb();
  }
}
