import type { Clock } from '../../platform/clock.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';
import type { Listen } from '../../platform/live-query.ts';
import type { OnPoke } from './announcements.ts';
import { listenToAll } from './listen-to-all.ts';
import { listenToGroup } from './listen-to-group.ts';
import { whilePresent } from './presence.ts';

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
  onPoke: OnPoke;
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
  const listening = { uid, loadListen, clock, random, onPoke };
  const watched = new Map<AbortSignal, string>();
  let present: AbortSignal | null = null;
  let comparedAt = Number.NEGATIVE_INFINITY;

  async function compare(): Promise<void> {
    comparedAt = clock.now();
    await reconcile();
  }

  const listenWhile = (period: AbortSignal, ends: AbortSignal, groupId: string): void =>
    void listenToGroup(groupId, { ...listening, streamsGroups, onDoubt, signal: AbortSignal.any([period, ends]) });

  async function begin(period: AbortSignal): Promise<void> {
    onState('connecting');
    period.addEventListener('abort', () => {
      present = null;
      if (!signal.aborted) onState(lifecycle.online() ? 'connecting' : 'offline');
    });
    await compare();
    if (period.aborted) return;
    present = period;
    listenToAll({ ...listening, compare, comparedAt: () => comparedAt, onState, onRetryAt, signal: period });
    for (const [ends, groupId] of watched) listenWhile(period, ends, groupId);
  }

  if (!lifecycle.online()) onState('offline');
  whilePresent({ lifecycle, clock, signal }, (period) => void begin(period));

  return {
    watch(groupId, ends) {
      if (ends.aborted) return;
      watched.set(ends, groupId);
      ends.addEventListener('abort', () => watched.delete(ends));
      if (present) listenWhile(present, ends, groupId);
    },
  };
}
