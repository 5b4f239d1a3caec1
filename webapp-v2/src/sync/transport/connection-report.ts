import type { TransportState } from './pokes.ts';
import type { Quality } from './quality.ts';

/** Between the starts of two pulls while announcements arrive, in ms: on listeners, while polling, on a poor connection. */
const SPACING_MS = { live: 500, polling: 2000, poor: 5000 };

/** Who wants to know how well the server is reached. */
export interface ConnectionReport {
  state(state: TransportState): void;
  /** When the next attempt to listen begins (epoch ms); null while none is waited for. */
  retryAt(at: number | null): void;
  quality(quality: Quality): void;
}

/** Hands a report on, and spaces pulls as it says. */
export function createSpacing(onward: ConnectionReport): { spacingMs(): number; report: ConnectionReport } {
  let isPoor = false;
  let isPolling = false;
  return {
    spacingMs: () => (isPoor ? SPACING_MS.poor : isPolling ? SPACING_MS.polling : SPACING_MS.live),
    report: {
      state(state) {
        isPolling = state === 'polling';
        onward.state(state);
      },
      retryAt: onward.retryAt,
      quality(quality) {
        isPoor = quality !== 'good';
        onward.quality(quality);
      },
    },
  };
}
