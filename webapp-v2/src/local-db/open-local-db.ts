import { openIndexedDb } from './indexed-db.ts';
import type { LocalDb } from './local-db.ts';

/** A database that another tab blocks, or that the browser does not get to, holds the page up no longer than this, in ms. */
const PATIENCE_MS = 1500;

/** Asks for code until it is there. @throws when the account has ended meanwhile */
type Insist = <Code>(load: () => Promise<Code>) => Promise<Code>;

/** The account's durable database; where the browser denies storage, or does not answer, one that lasts as long as the page. */
export async function openLocalDb(accountId: string, sleep: (ms: number) => Promise<void>, insist: Insist): Promise<LocalDb> {
  const opening = openIndexedDb(accountId).catch(() => null);
  // Once more, without a wait: a page that was busy all the time has its answer at hand by then.
  const patience = sleep(PATIENCE_MS).then(() => sleep(0));
  const opened = await Promise.race([opening, patience]);
  if (opened) return opened;
  // Open but unused, it would stand in the way of others.
  void opening.then((late) => late?.close());
  // Its code is loaded where it is needed, which is in few browsers.
  return (await insist(() => import('./memory-db.ts'))).createMemoryDb();
}
