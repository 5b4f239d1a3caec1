import type { Firestore, Query, Timestamp } from 'firebase-admin/firestore';
import { createCleanUpStore } from '../firebase/functions/src/repositories/notifications/clean-up.ts';
import { createHeadReader } from '../firebase/functions/src/repositories/notifications/group-heads.ts';
import { createNotificationStore } from '../firebase/functions/src/repositories/notifications/notifications.ts';
import { createAnnouncer } from '../firebase/functions/src/services/notifications/announcer.ts';
import { createCleanUp, MAX_AGE_MS } from '../firebase/functions/src/services/notifications/clean-up.ts';
import type { Target } from '../firebase/functions/src/services/notifications/ports.ts';
import { adminQueryOf } from '../scripts/admin-query.ts';
import { every } from '../webapp-v2/src/platform/clock.ts';
import type { Listen, LiveQueryObserver } from '../webapp-v2/src/platform/live-query.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** From a commit until its trigger runs, and how much later than due a task comes, in ms. */
const TRIGGER_MS = 300;
const TASK_MARGIN_MS = 100;

interface Listener {
  collection: string;
  query: Query;
  observer: LiveQueryObserver;
  known: Map<string, Timestamp> | null;
}

interface SimulatedBackendOptions {
  time: SimulatedTime;
  /** What the listeners look at. */
  data: Firestore;
  /** The same data as the functions see it. */
  worker: Firestore;
  signal: AbortSignal;
}

interface SimulatedBackend {
  listen: Listen;
  /** An expense of this group was written. */
  committed(groupId: string): void;
  /** Billed reads of the listeners since the last call, by collection. */
  take(): Map<string, number>;
}

/**
 * Triggers, task queue, clean-up and listeners in simulated time, around the real announcer and real data. A listener delivers each
 * version of each document, each a read; Firestore may leave out versions in a rush, so this is the dearest case.
 * `worker` is the same data as `data`, for the functions.
 */
export function createSimulatedBackend({ time, data, worker, signal }: SimulatedBackendOptions): SimulatedBackend {
  const listeners = new Set<Listener>();
  const tasks = new Set<string>();
  let counted = new Map<string, number>();
  let delivering = Promise.resolve();

  const announcer = createAnnouncer({
    notifications: createNotificationStore(worker),
    groups: createHeadReader(worker),
    async enqueueFlush(task) {
      const name = `${task.kind}-${task.groupId}-${task.windowEndsAt}`;
      if (tasks.has(name)) return true;
      tasks.add(name);
      void time
        .sleep(task.windowEndsAt + TASK_MARGIN_MS - time.now(), signal)
        .then(() => time.during(announcer.flush(task)))
        .then(deliver);
      return true;
    },
    now: time.now,
    sleep: (ms) => time.sleep(ms, signal),
  });
  const onFailed = ({ groupId }: Target, reason: string) => {
    throw new Error(`${groupId} could not be announced: ${reason}`);
  };
  const cleanUp = createCleanUp({ store: createCleanUpStore(worker), announcer, onFailed, now: time.now });
  void every(
    time,
    MAX_AGE_MS,
    async () => {
      await time.during(cleanUp());
      await deliver();
    },
    signal,
  );

  /** One after another, so that no listener is told an older state after a newer one. */
  function deliver(): Promise<void> {
    delivering = delivering.then(async () => {
      for (const listener of [...listeners]) await tell(listener);
    });
    return time.during(delivering);
  }

  async function tell(listener: Listener): Promise<void> {
    const { docs } = await listener.query.get();
    if (!listeners.has(listener)) return;
    const { known, observer, collection } = listener;
    const changed = docs.filter(({ ref, updateTime }) => !known?.get(ref.path)?.isEqual(updateTime));
    if (known && changed.length === 0 && known.size === docs.length) return;
    listener.known = new Map(docs.map(({ ref, updateTime }) => [ref.path, updateTime]));
    // A query that finds nothing is billed as one read.
    const reads = known ? changed.length : Math.max(1, changed.length);
    counted.set(collection, (counted.get(collection) ?? 0) + reads);
    observer.onDocuments(
      docs.map((document) => ({ id: document.id, data: document.data() })),
      false,
    );
  }

  return {
    listen(live, observer) {
      const listener: Listener = { collection: live.collection, query: adminQueryOf(data, live), observer, known: null };
      listeners.add(listener);
      void deliver();
      return () => listeners.delete(listener);
    },
    committed(groupId) {
      void deliver();
      for (const kind of ['group-changes', 'expense-changes'] as const) {
        void time
          .sleep(TRIGGER_MS, signal)
          .then(() => time.during(announcer.announce({ kind, groupId })))
          .then(deliver);
      }
    },
    take() {
      const taken = counted;
      counted = new Map();
      return taken;
    },
  };
}
