import { type ReadonlySignal, signal } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import type { LocalDb } from '../../local-db/local-db.ts';

/** What this browser knows of a group while it is not here: not yet, or not any more. */
export interface Foreknown {
  /** Null where it never knew. */
  name: string | null;
  /** As far as the list tells. */
  hasDescription: boolean;
}

export function createForeknown(groupId: string) {
  const known = signal<Foreknown>({ name: null, hasDescription: false });
  let seeking: Promise<void> | null = null;
  let isSought = false;
  async function seek(db: Pick<LocalDb, 'readDroppedName'>): Promise<void> {
    const name = await db.readDroppedName(groupId).catch(() => null);
    isSought = true;
    // The list may have told it meanwhile.
    known.value = { ...known.peek(), name: known.peek().name ?? name };
  }

  return {
    foreknown: known as ReadonlySignal<Foreknown>,
    /** From the list of groups; one that went out of it is known from before. */
    learn(groups: readonly GroupSummary[] | null) {
      const listed = groups?.find(({ id }) => id === groupId);
      if (listed) known.value = { name: listed.name, hasDescription: listed.hasDescription };
    },
    /** Looks for a name that an earlier visit has kept; null where that is done, or needless. */
    seekName(db: Pick<LocalDb, 'readDroppedName'>): Promise<void> | null {
      if (isSought || known.peek().name !== null) return null;
      seeking ??= seek(db);
      return seeking;
    },
  };
}
