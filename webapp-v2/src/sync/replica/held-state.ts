import type { ChangesPage } from '@splitifyd/shared/contract';
import type { Advance, LocalDb, OlderRows } from '../../local-db/local-db.ts';
import type { ReadFailure } from '../api-error.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createSubscribers, type Subscribers } from '../subscribers.ts';
import { addOlder, advance, type Confirmed, toStored } from './confirmed.ts';
import { createStoring, type Store } from './storing.ts';

/** `ReadFailure`: nothing to show yet, and the last attempt to get it failed; it goes on trying. `gone`: there is no such group for this reader. */
export type ReplicaStatus = 'loading' | 'ready' | ReadFailure | 'gone';

interface HeldStateDeps {
  groupId: string;
  db: LocalDb;
  outbox: Pick<Outbox, 'confirm' | 'drop'>;
  /** Resolves when what is on screen has been painted. */
  afterPaint(): Promise<void>;
}

/** What this browser holds of an open group: in memory, which leads, and in the database; the outbox drops what it holds. */
export interface HeldState {
  status(): ReplicaStatus;
  confirmed(): Confirmed | null;
  /** Told after every change of the two; the outbox has dropped by then what the new state holds. */
  changes: Pick<Subscribers, 'add'>;
  become(next: ReplicaStatus): void;
  /** Holds another state than before. */
  replace(next: Confirmed): void;
  /** Lays a page that begins at `since` on top. Gives whether it continued the cursor. */
  continueWith(since: number, page: ChangesPage): boolean;
  /** Drops from the queue what `held` has already; nothing else of it changes. */
  confirmHeld(held: Confirmed, entryIds: readonly string[]): void;
  /** Gives the newest `seq` among rows that are left to a pull; 0 when none is. */
  addOlder(confirmed: Confirmed, older: OlderRows): number;
  /** The group is gone for this reader. */
  forget(): void;
}

export function createHeldState({ groupId, db, outbox, afterPaint }: HeldStateDeps): HeldState {
  const changes = createSubscribers();
  let status: ReplicaStatus = 'loading';
  let confirmed: Confirmed | null = null;
  const storing = createStoring({ db, afterPaint, isGone: () => status === 'gone' });

  function become(next: ReplicaStatus): void {
    if (status === next) return;
    status = next;
    changes.notify();
  }

  /** The state in memory leads, and is stored when it is on screen. */
  function show(next: Confirmed, entryIds: readonly string[], step: Store): void {
    confirmed = next;
    status = 'ready';
    const acknowledged = outbox.confirm(groupId, entryIds, next);
    changes.notify();
    storing.keep(next, acknowledged, step);
  }

  return {
    status: () => status,
    confirmed: () => confirmed,
    changes,
    become,
    replace(next) {
      show(next, idsOf(next), (acknowledged) => db.writeSnapshot(toStored(next), acknowledged));
    },
    continueWith(since, page) {
      const advanced = confirmed && advance(confirmed, since, page);
      if (advanced) show(advanced.next, idsOf(page), (acknowledged) => db.advance({ ...advanced.step, acknowledged }));
      return advanced !== null;
    },
    confirmHeld(held, entryIds) {
      const here: Omit<Advance, 'acknowledged'> = { since: held.cursor, head: held, rows: [], entries: [] };
      show(held, entryIds, async (acknowledged) => {
        if (acknowledged.length > 0) await db.advance({ ...here, acknowledged });
      });
    },
    addOlder(before, older) {
      const { next, added, ahead } = addOlder(before, older);
      show(next, [], () => db.addOlder(groupId, next.cursor, { ...older, rows: added }));
      return ahead;
    },
    forget() {
      const name = confirmed?.group.name;
      confirmed = null;
      outbox.drop(groupId, name);
      become('gone');
    },
  };
}

export const idsOf = ({ entries }: { entries: readonly { id: string }[] }): string[] => entries.map(({ id }) => id);
