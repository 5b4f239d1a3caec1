import type { ReadonlySignal } from '@preact/signals';
import { present } from '../present.ts';
import type { GroupLink } from './group-link.ts';

/**
 * Half-typed forms of a group, kept in this browser until they are saved or given up. What a draft looks like is the form's
 * business: anything that can be cloned, and read back with care, as an older page may have written it.
 */
export interface KeptDrafts {
  /** All of the group's, by name. */
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** As often as somebody types: while one draft is being stored, only the newest of the others is. */
  keep(name: string, draft: unknown): void;
  drop(name: string): void;
}

const DROPPED = Symbol('dropped');

export function createKeptDrafts(link: ReadonlySignal<GroupLink | null>): KeptDrafts {
  /** What is to be stored next, by name, while something is being stored under it. */
  const waiting = new Map<string, unknown>();
  const storing = new Set<string>();

  async function store(name: string): Promise<void> {
    if (storing.has(name)) return;
    storing.add(name);
    while (waiting.has(name)) {
      const draft = waiting.get(name);
      waiting.delete(name);
      const { groupId, account } = await present(link);
      // What it became is drawn first.
      if (draft === DROPPED) await account.afterPaint();
      // A draft that cannot be stored lives on in its form.
      await (draft === DROPPED ? account.db.dropDraft(groupId, name) : account.db.keepDraft(groupId, name, draft)).catch(() => {});
    }
    storing.delete(name);
  }

  const put = (name: string, draft: unknown): void => {
    waiting.set(name, draft);
    void store(name);
  };

  return {
    async read() {
      const { groupId, account } = await present(link);
      return account.db.readDrafts(groupId).catch(() => new Map());
    },
    keep: put,
    drop: (name) => put(name, DROPPED),
  };
}
