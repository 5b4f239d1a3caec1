import { computed, type ReadonlySignal } from '@preact/signals';
import type { AccountSync } from '../sync/account-sync.ts';
import { present } from './present.ts';

/**
 * Half-typed forms, of a group or of none, kept in this browser until they are saved or given up. What a draft looks like is the
 * form's business: anything that can be cloned, and read back with care, as an older page may have written it.
 */
export interface DraftShelf {
  /** All of them, by name, as all tabs have left them; what this page could not store, or has not yet, counts as it has it. @throws where nothing can be read */
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** As often as somebody types: while one draft is being stored, only the newest of the others is. */
  keep(name: string, draft: unknown): void;
  drop(name: string): void;
}

/** Where drafts belong that are of no group. No group is called so. */
export const OF_NO_GROUP = 'account';

/** Whose drafts are kept, and by whom. */
interface DraftOwner {
  groupId: string;
  account: Pick<AccountSync, 'db' | 'afterPaint'>;
}

/** The drafts of an account that are of no group. Whoever signs in next has others [SESS4]. */
export const draftsOf = (uid: string, sync: ReadonlySignal<AccountSync | null>): DraftShelf =>
  createDraftShelf(computed(() => (sync.value?.uid === uid ? { groupId: OF_NO_GROUP, account: sync.value } : null)));

const DROPPED = Symbol('dropped');

export function createDraftShelf(owner: ReadonlySignal<DraftOwner | null>): DraftShelf {
  /** What is not stored, or not yet, the newest of each name. */
  const unstored = new Map<string, unknown>();
  const storing = new Set<string>();

  async function store(name: string): Promise<void> {
    if (storing.has(name)) return;
    storing.add(name);
    let tried: unknown;
    while (unstored.has(name) && unstored.get(name) !== tried) {
      const draft = unstored.get(name);
      const { groupId, account } = await present(owner);
      // What it became is drawn first.
      if (draft === DROPPED) await account.afterPaint();
      const storage = draft === DROPPED ? account.db.dropDraft(groupId, name) : account.db.keepDraft(groupId, name, draft);
      const isStored = await storage.then(
        () => true,
        () => false,
      );
      // A draft that cannot be stored lives on here.
      if (isStored && unstored.get(name) === draft) unstored.delete(name);
      tried = draft;
    }
    storing.delete(name);
  }

  const put = (name: string, draft: unknown): void => {
    unstored.set(name, draft);
    void store(name);
  };

  return {
    async read() {
      const { groupId, account } = await present(owner);
      const ours = [...unstored];
      const stored = new Map(await account.db.readDrafts(groupId));
      for (const [name, draft] of ours) {
        if (draft === DROPPED) stored.delete(name);
        else stored.set(name, draft);
      }
      return stored;
    },
    keep: put,
    drop: (name) => put(name, DROPPED),
  };
}
