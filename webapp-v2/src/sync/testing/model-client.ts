import type { Priority } from '@splitifyd/shared/contract';
import type { LocalDb } from '../../local-db/local-db.ts';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import { ANNA_UID, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import type { Listen, LiveQueryObserver } from '../../platform/live-query.ts';
import { startAccountSync } from '../account-sync.ts';
import type { TransportState } from '../transport/pokes.ts';
import type { Quality } from '../transport/quality.ts';
import type { ModelServer } from './model-server.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface ModelClientOptions {
  db?: LocalDb;
  /** Uniform in [0, 1); fixed where the test says nothing. */
  random?: () => number;
  /** What is stored waits for this. */
  afterPaint?: () => Promise<void>;
}

/** Anna's browser: the real engine on the model server, with listeners and a visibility that the test works. */
export function createModelClient(
  server: ModelServer,
  clock: VirtualClock,
  { db = createMemoryDb(), random = () => 0.5, afterPaint = async () => {} }: ModelClientOptions = {},
) {
  const life = new AbortController();
  const listeners = new Map<LiveQueryObserver, string>();
  const lifecycleChanged = new Set<() => void>();
  const page = { visible: true, online: true, listenable: true, denied: false };
  const states: TransportState[] = [];
  const quality: Quality[] = [];
  const retries: (number | null)[] = [];
  let made = 0;

  const announce = (observer: LiveQueryObserver, priority: Priority = 'high') =>
    observer.onDocuments([{ id: GROUP_ID, data: { seq: server.head(), priority } }], false);

  const listen: Listen = (query, observer) => {
    if (page.denied) {
      queueMicrotask(() => observer.onEnd('permission-denied'));
      return () => {};
    }
    listeners.set(observer, query.collection);
    announce(observer);
    return () => listeners.delete(observer);
  };

  const sync = startAccountSync({
    uid: ANNA_UID,
    call: server.call,
    db,
    async loadListen() {
      if (!page.listenable) throw new Error('no Firestore');
      return listen;
    },
    lifecycle: {
      visible: () => page.visible,
      online: () => page.online,
      onChange(listener, signal) {
        lifecycleChanged.add(listener);
        signal.addEventListener('abort', () => lifecycleChanged.delete(listener));
      },
    },
    clock,
    randomness: { random, uuid: () => idOf(++made), token: () => 'token' },
    afterPaint,
    report: {
      state: (state) => states.push(state),
      retryAt: (at) => retries.push(at),
      quality: (next) => quality.push(next),
    },
    signal: life.signal,
  });

  return {
    sync,
    db,
    states,
    quality,
    retries,
    page,
    /** The collections that are listened to. */
    listening: () => [...listeners.values()].sort(),
    /** Every listener is told the head; without it, changes of the model server announce nothing. */
    announce(priority?: Priority) {
      for (const observer of [...listeners.keys()]) announce(observer, priority);
    },
    /** A query finds no document any more, or none yet. */
    announceNothing(ofCollection: string) {
      for (const [observer, collection] of [...listeners]) if (collection === ofCollection) observer.onDocuments([], false);
    },
    /** Firestore lost its connection, or has it again. By then notifications may have been cleaned away. */
    setConnected(connected: boolean) {
      for (const [observer, collection] of [...listeners]) if (collection === 'group-changes') observer.onDocuments([], !connected);
    },
    /** Every listener ends. */
    fail(reason: 'permission-denied' | 'failed') {
      for (const observer of [...listeners.keys()]) {
        listeners.delete(observer);
        observer.onEnd(reason);
      }
    },
    set(next: Partial<typeof page>) {
      Object.assign(page, next);
      for (const listener of [...lifecycleChanged]) listener();
    },
    uuid: () => idOf(++made),
    end: () => life.abort(),
  };
}
