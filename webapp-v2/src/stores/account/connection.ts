import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ConnectionReport } from '../../sync/transport/connection-report.ts';
import type { TransportState } from '../../sync/transport/pokes.ts';
import type { Quality } from '../../sync/transport/quality.ts';

/**
 * `live`: changes are announced; `poor`: they are, but answers are slow or fail now and then; `polling`: announcements fail, so
 * the server is asked every 30 s; `silent`: whatever is announced, nothing that is asked is answered; `offline`: the browser says so.
 */
export type ConnectionState = TransportState | Exclude<Quality, 'good'>;

export interface ConnectionStore {
  state: ReadonlySignal<ConnectionState>;
  /** How long until the next attempt to reconnect, in ms, counted down by seconds; null while none is waited for. */
  retryInMs: ReadonlySignal<number | null>;
}

interface Time {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

const TICK_MS = 1000;

export function createConnectionStore({ now, sleep }: Time): { store: ConnectionStore; report: ConnectionReport } {
  const transport = signal<TransportState>('connecting');
  const quality = signal<Quality>('good');
  const retryAt = signal<number | null>(null);
  const retryInMs = signal<number | null>(null);

  async function countDown(until: number, ends: AbortSignal): Promise<void> {
    while (!ends.aborted) {
      retryInMs.value = Math.max(0, until - now());
      await sleep(TICK_MS, ends);
    }
  }

  effect(() => {
    if (retryAt.value === null) {
      retryInMs.value = null;
      return;
    }
    const counting = new AbortController();
    void countDown(retryAt.value, counting.signal);
    return () => counting.abort();
  });

  return {
    store: {
      state: computed(() => {
        if (quality.value === 'silent' && transport.value !== 'offline') return 'silent';
        return transport.value === 'live' && quality.value === 'poor' ? 'poor' : transport.value;
      }),
      retryInMs,
    },
    report: {
      state(next) {
        transport.value = next;
        if (next === 'live' || next === 'offline') retryAt.value = null;
      },
      retryAt(at) {
        retryAt.value = at;
      },
      quality(next) {
        quality.value = next;
      },
    },
  };
}
