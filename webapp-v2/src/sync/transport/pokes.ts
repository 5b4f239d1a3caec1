import type { Priority } from '@splitifyd/shared/contract';
import { agoMs, type Clock, every } from '../../platform/clock.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';
import { DOCUMENT_ID, type Listen, type LiveDocument, type LiveQuery } from '../../platform/live-query.ts';
import { keepListening } from './keep-listening.ts';
import { whilePresent } from './presence.ts';

/** How often the state of the listeners is looked at, in ms; also how long a connection may take before the server is polled. */
const TICK_MS = 10_000;
const POLL_MS = 30_000;
const RECONCILE_MS = 5 * 60_000;

/** Of what announces changes. */
export type TransportState = 'connecting' | 'live' | 'polling' | 'offline';

interface PokesDeps {
  uid: string;
  loadListen(): Promise<Listen>;
  /** Whether an open group's document is listened to, or the debounced announcements of its expenses. */
  streamsGroups(): Promise<boolean>;
  lifecycle: Lifecycle;
  clock: Clock;
  random: () => number;
  /** A group's head is announced; how soon to look matters for groups that nobody has open. */
  onPoke(groupId: string, seq: number, priority: Priority): void;
  /** The rules no longer show this group to the reader, or its head went back: ask the server. */
  onDoubt(groupId: string): void;
  /** Compares everything with the server; resolves when that was tried. */
  reconcile(): Promise<void>;
  onState(state: TransportState): void;
  /** When the next attempt to listen begins (epoch ms); null while none is waited for. */
  onRetryAt(at: number | null): void;
  signal: AbortSignal;
}

export interface Pokes {
  /**
   * Listens to an open group's document as well, which announces its changes without the debounce of notifications; or to the
   * announcements of its expenses, which costs fewer reads in a rush.
   */
  watch(groupId: string, signal: AbortSignal): void;
}

/** Newest first, so that the first answer after a pause names the groups that changed last. */
const announcements = (uid: string): LiveQuery => ({
  collection: 'group-changes',
  where: [{ field: 'affectedUsers', is: 'array-contains', value: uid }],
  newestBy: 'timestamp',
  limit: 25,
});

/** A query, as a listener on the document itself dies when it is missing; and the rules demand the condition on `userIds`. */
const openGroup = (groupId: string, uid: string): LiveQuery => ({
  collection: 'groups',
  where: [
    { field: DOCUMENT_ID, is: '==', value: groupId },
    { field: 'userIds', is: 'array-contains', value: uid },
  ],
});

/** Finds nothing most of the time: what is older than some minutes is cleaned away. */
const expensesOf = (groupId: string, uid: string): LiveQuery => ({
  collection: 'expense-changes',
  where: [
    { field: 'groupId', is: '==', value: groupId },
    { field: 'affectedUsers', is: 'array-contains', value: uid },
  ],
});

/**
 * Hears what changed while somebody looks at the page:
 *
 *   away ──present──▶ connecting (pulls first) ──connected──▶ live ──lost──▶ connecting
 *                        └──10 s, or the listener failed──▶ polling every 30 s ──connected──▶ live
 *
 * After every reconnection, and every 5 minutes, everything is compared with the server, which heals whatever was missed.
 */
export function startPokes({
  uid,
  loadListen,
  streamsGroups,
  lifecycle,
  clock,
  random,
  onPoke,
  onDoubt,
  reconcile,
  onState,
  onRetryAt,
  signal,
}: PokesDeps): Pokes {
  const watched = new Map<AbortSignal, string>();
  let present: AbortSignal | null = null;
  let reconciledAt = Number.NEGATIVE_INFINITY;

  async function compare(): Promise<void> {
    reconciledAt = clock.now();
    await reconcile();
  }

  const listening = { loadListen, clock, random };

  async function listenToGroup(groupId: string, ends: AbortSignal): Promise<void> {
    const isStreamed = await streamsGroups();
    if (ends.aborted) return;
    let head = 0;
    void keepListening({
      ...listening,
      query: (isStreamed ? openGroup : expensesOf)(groupId, uid),
      onDocuments(documents, isLive) {
        announce(documents, onPoke);
        if (!isStreamed || !isLive) return;
        const next = headOf(documents[0]);
        // A head goes back in a restored back-up alone. A poke says nothing of that to a cursor which is beyond it.
        if (documents.length === 0 || next < head) onDoubt(groupId);
        head = next;
      },
      onEnd: () => onDoubt(groupId),
      signal: ends,
    });
  }

  function listenToAll(period: AbortSignal): void {
    let isLive = false;
    let isPolling = false;
    let hasBeenLive = false;
    const state = (live: boolean, otherwise: 'connecting' | 'polling') => {
      if (live && !isLive) {
        if (hasBeenLive) void compare();
        hasBeenLive = true;
      }
      isLive = live;
      isPolling = !live && otherwise === 'polling';
      onState(live ? 'live' : otherwise);
    };

    void keepListening({
      ...listening,
      query: announcements(uid),
      onDocuments(documents, live) {
        announce(documents, onPoke);
        if (live !== isLive) state(live, 'connecting');
      },
      onEnd(reason) {
        // A listener that is denied again and again is as good as none: it stays at polling.
        state(false, reason === 'failed' || isPolling ? 'polling' : 'connecting');
        void compare();
      },
      onRetryAt,
      signal: period,
    });

    void every(
      clock,
      TICK_MS,
      () => {
        if (!isLive) state(false, 'polling');
        if (agoMs(clock, reconciledAt) >= (isLive ? RECONCILE_MS : POLL_MS)) void compare();
      },
      period,
    );
  }

  async function begin(period: AbortSignal): Promise<void> {
    onState('connecting');
    period.addEventListener('abort', () => {
      present = null;
      if (!signal.aborted) onState(lifecycle.online() ? 'connecting' : 'offline');
    });
    await compare();
    if (period.aborted) return;
    present = period;
    listenToAll(period);
    for (const [ends, groupId] of watched) void listenToGroup(groupId, AbortSignal.any([period, ends]));
  }

  if (!lifecycle.online()) onState('offline');
  whilePresent({ lifecycle, clock, signal }, (period) => void begin(period));

  return {
    watch(groupId, ends) {
      if (ends.aborted) return;
      watched.set(ends, groupId);
      ends.addEventListener('abort', () => watched.delete(ends));
      if (present) void listenToGroup(groupId, AbortSignal.any([present, ends]));
    },
  };
}

/** All kinds of documents carry the head as `seq` and are named like their group; that of the group itself has no priority. */
function announce(documents: readonly LiveDocument[], onPoke: PokesDeps['onPoke']): void {
  for (const { id, data } of documents) if (typeof data.seq === 'number') onPoke(id, data.seq, priorityOf(data));
}

const headOf = (document: LiveDocument | undefined): number => (typeof document?.data.seq === 'number' ? document.data.seq : 0);

const priorityOf = ({ priority }: LiveDocument['data']): Priority => (priority === 'medium' || priority === 'low' ? priority : 'high');
