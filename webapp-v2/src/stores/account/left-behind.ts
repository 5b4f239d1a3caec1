import type { ReadonlySignal } from '@preact/signals';
import type { AccountSync } from '../../sync/account-sync.ts';
import { OF_NO_GROUP } from '../draft-shelf.ts';
import { present } from '../present.ts';

/** A group that is gone for the reader, with something that they had half typed in it. */
export interface LeftBehind {
  id: string;
  /** Null where it is not known (any more). */
  name: string | null;
}

export interface LeftBehindStore {
  readLeftBehind(): Promise<readonly LeftBehind[]>;
  /** Forgets what was half typed in a group. */
  discardTyped(groupId: string): Promise<void>;
}

export function createLeftBehind(sync: ReadonlySignal<AccountSync | null>): LeftBehindStore {
  /** What the server was asked about, for each account: it is not asked again whenever another page is opened. */
  const known = new WeakMap<AccountSync, ReadonlySet<string>>();

  async function missing({ db, list }: AccountSync): Promise<LeftBehind[]> {
    const typed = await db.readDraftGroups().catch(() => new Map<string, string | null>());
    const isThere = (groupId: string) => groupId === OF_NO_GROUP || list.groups()?.some(({ id }) => id === groupId);
    return [...typed].flatMap(([id, name]) => (isThere(id) ? [] : [{ id, name }]));
  }

  return {
    async readLeftBehind() {
      const account = await present(sync);
      const { list } = account;
      const found = await missing(account);
      // Without a name, this browser did not see it go; or only another one saw it come.
      const isSure = ({ id, name }: LeftBehind) => name !== null || known.get(account)?.has(id) === true;
      if (found.every(isSure)) return found;
      await list.check();
      if (list.groups() !== null && list.failure() === null) known.set(account, new Set(found.map(({ id }) => id)));
      return (await missing(account)).filter(isSure);
    },
    async discardTyped(groupId) {
      const { db } = await present(sync);
      await db.dropDrafts(groupId).catch(() => {});
    },
  };
}
