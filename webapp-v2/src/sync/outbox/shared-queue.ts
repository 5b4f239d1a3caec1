import type { LedgerRow } from '../../local-db/ledger.ts';
import type { LocalDb } from '../../local-db/local-db.ts';
import type { Ack, QueuedChange } from '../../local-db/queued-change.ts';
import { acknowledge, hold, type Queue, reconcile, without } from './queue.ts';

/** The queue in memory, which leads, and in the database, where all tabs of the account write. */
interface SharedQueue {
  /** Resolves when what an earlier visit left has been read; it stands before what was queued since. */
  ready: Promise<void>;
  now(): Queue;
  /** Takes a step of `queue.ts`. Memory alone hears of it. */
  become(next: Queue): void;
  /** At once in memory and then, with the row it rests on, in the database. */
  add(change: QueuedChange, base: LedgerRow | null): void;
  withdraw(mutationId: string): void;
  /** Here, and in the tabs that look before they send. */
  hold(mutationId: string, heldUntil: number): void;
  acknowledge(mutationId: string, ack: Ack): void;
  /** The step that took an acknowledgement back is noted in the database, too: from there it would return. */
  forgetAck(mutationId: string): void;
  /** Whether another tab may have finished or taken back the change: it was in the database when somebody could look. */
  isShared(mutationId: string): boolean;
  /** Takes over what other tabs have queued or finished. Gives who joined, null where nothing is different. */
  reread(): Promise<Queue | null>;
}

export function createSharedQueue(db: Pick<LocalDb, 'readQueue' | 'enqueue' | 'withdraw' | 'hold' | 'acknowledge'>): SharedQueue {
  const shared = new Set<string>();
  let queue: Queue = [];

  const share = (changes: Queue) => {
    for (const { mutationId } of changes) shared.add(mutationId);
  };

  async function restore(): Promise<void> {
    // Without a readable database this visit begins with an empty queue.
    const earlier = await db.readQueue().catch((): Queue => []);
    queue = [...earlier, ...queue];
    share(earlier);
  }
  const ready = restore();

  return {
    ready,
    now: () => queue,
    become(next) {
      queue = next;
    },
    add(change, base) {
      queue = [...queue, change];
      // Stored and sent side by side: what was sent has happened, also where the page ends before it is stored.
      ready
        .then(() => db.enqueue(change, base))
        .then(
          () => {
            if (change.heldUntil > 0) share([change]);
          },
          // Should the database refuse, the change lives in memory: shown and sent, or lost together with the page.
          () => {},
        );
    },
    withdraw(mutationId) {
      queue = without(queue, new Set([mutationId]));
      // Its own writing was begun as soon as the queue had been read, so it is stored before it is withdrawn.
      void ready.then(() => db.withdraw(mutationId).catch(() => {}));
    },
    hold(mutationId, heldUntil) {
      queue = hold(queue, mutationId, heldUntil);
      void ready.then(() => db.hold(mutationId, heldUntil).catch(() => {}));
    },
    acknowledge(mutationId, ack) {
      queue = acknowledge(queue, mutationId, ack);
      db.acknowledge(mutationId, ack).catch(() => {});
    },
    forgetAck(mutationId) {
      db.acknowledge(mutationId, null).catch(() => {});
    },
    isShared: (mutationId) => shared.has(mutationId),
    async reread() {
      await ready;
      const stored = await db.readQueue().catch(() => null);
      if (stored === null) return null;
      const { queue: next, joined } = reconcile(queue, stored, shared);
      if (next.length === queue.length && next.every((change, index) => change === queue[index])) return null;
      queue = next;
      share(joined);
      return joined;
    },
  };
}
