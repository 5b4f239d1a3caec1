import { openIndexedDb } from './indexed-db.ts';
import type { LocalDb } from './local-db.ts';

/** How long until the code of the one in memory is asked for again when it could not be had, in ms. */
const AGAIN_MS = 2000;

/** A database that another tab blocks, or that the browser does not get to, holds the page up no longer than this, in ms. */
const PATIENCE_MS = 1500;

/** The account's durable database; where the browser denies storage, or does not answer, one that lasts as long as the page. */
export async function openLocalDb(accountId: string, sleep: (ms: number) => Promise<void>): Promise<LocalDb> {
  const opening = openIndexedDb(accountId).catch(() => null);
  // Once more, without a wait: a page that was busy all the time has its answer at hand by then.
  const patience = sleep(PATIENCE_MS).then(() => sleep(0));
  const opened = await Promise.race([opening, patience]);
  if (opened) return opened;
  // Open but unused, it would stand in the way of others.
  void opening.then((late) => late?.close());
  return openMemoryDb(sleep);
}

/** Its code is loaded where it is needed, which is in few browsers. */
async function openMemoryDb(sleep: (ms: number) => Promise<void>): Promise<LocalDb> {
  for (;;) {
    try {
      return (await import('./memory-db.ts')).createMemoryDb();
    } catch {
      await sleep(AGAIN_MS);
    }
  }
}
