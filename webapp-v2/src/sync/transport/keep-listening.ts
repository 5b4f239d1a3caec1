import type { Clock } from '../../platform/clock.ts';
import type { Listen, LiveDocument, LiveQuery } from '../../platform/live-query.ts';
import { fullJitter } from '../backoff.ts';

export interface KeepListeningDeps {
  loadListen(): Promise<Listen>;
  query: LiveQuery;
  onDocuments(documents: readonly LiveDocument[], isLive: boolean): void;
  /** A listener has ended, or could not begin; another one follows. */
  onEnd(reason: 'permission-denied' | 'failed'): void;
  /** When the next attempt begins (epoch ms); null as soon as it does. */
  onRetryAt?(at: number | null): void;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/** Keeps one listener open until `signal` aborts; one that ends is followed by another after a jittered wait. */
export async function keepListening({
  loadListen,
  query,
  onDocuments,
  onEnd,
  onRetryAt,
  clock,
  random,
  signal,
}: KeepListeningDeps): Promise<void> {
  let failures = 0;

  async function listenOnce(): Promise<'permission-denied' | 'failed' | 'stopped'> {
    let listen: Listen;
    try {
      listen = await loadListen();
    } catch {
      return 'failed';
    }
    if (signal.aborted) return 'stopped';
    return new Promise((resolve) => {
      const stop = listen(query, {
        onDocuments(documents, fromCache) {
          if (signal.aborted) return;
          if (!fromCache) failures = 0;
          onDocuments(documents, !fromCache);
        },
        onEnd(reason) {
          signal.removeEventListener('abort', end);
          resolve(reason);
        },
      });
      const end = () => {
        stop();
        resolve('stopped');
      };
      signal.addEventListener('abort', end, { once: true });
    });
  }

  while (!signal.aborted) {
    const reason = await listenOnce();
    if (signal.aborted || reason === 'stopped') return;
    onEnd(reason);
    failures += 1;
    const waitMs = fullJitter(failures, random);
    onRetryAt?.(clock.now() + waitMs);
    await clock.sleep(waitMs, signal);
    onRetryAt?.(null);
  }
}
