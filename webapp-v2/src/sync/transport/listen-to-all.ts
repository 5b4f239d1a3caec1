import { agoMs, every } from '../../platform/clock.ts';
import { announce, changesOfAll, type OnPoke } from './announcements.ts';
import { type KeepListeningDeps, keepListening } from './keep-listening.ts';

/** How often the state of the listeners is looked at, in ms; also how long a connection may take before the server is polled. */
const TICK_MS = 10_000;
const POLL_MS = 30_000;
const RECONCILE_MS = 5 * 60_000;

interface ListenToAllDeps extends Pick<KeepListeningDeps, 'loadListen' | 'clock' | 'random' | 'onRetryAt' | 'signal'> {
  uid: string;
  onPoke: OnPoke;
  onState(state: 'connecting' | 'live' | 'polling'): void;
  compare(): Promise<void>;
  /** When everything was compared with the server for the last time, epoch ms. */
  comparedAt(): number;
}

/**
 * Hears the changes of all groups, and compares everything with the server after every reconnection and now and then: every
 * 5 minutes, or while the listener does not hold every 30 seconds, which is all there is then.
 */
export function listenToAll({ uid, onPoke, onState, compare, comparedAt, signal, ...listening }: ListenToAllDeps): void {
  const { clock } = listening;
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
    query: changesOfAll(uid),
    onDocuments(documents, live) {
      announce(documents, onPoke);
      if (live !== isLive) state(live, 'connecting');
    },
    onEnd(reason) {
      // A listener that is denied again and again is as good as none: it stays at polling.
      state(false, reason === 'failed' || isPolling ? 'polling' : 'connecting');
      void compare();
    },
    signal,
  });

  void every(
    clock,
    TICK_MS,
    () => {
      if (!isLive) state(false, 'polling');
      if (agoMs(clock, comparedAt()) >= (isLive ? RECONCILE_MS : POLL_MS)) void compare();
    },
    signal,
  );
}
