import type { Clock } from '../../platform/clock.ts';
import { createSleepers } from './sleepers.ts';

/** Time for tests: it passes only when it is told to, and everything that became due has run by then. */
export interface VirtualClock extends Clock {
  advance(ms: number): Promise<void>;
  /** Somebody sets the clock, forward or back, or the page was frozen for so long: what sleeps does not notice. */
  shift(ms: number): void;
}

export function createVirtualClock(): VirtualClock {
  let now = 0;
  let shiftedMs = 0;
  const sleepers = createSleepers(() => now);

  return {
    now: () => now + shiftedMs,
    sleep: sleepers.sleep,
    shift(ms) {
      shiftedMs += ms;
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let sleeper = sleepers.next(until); sleeper; sleeper = sleepers.next(until)) {
        now = Math.max(now, sleeper.dueAt);
        sleeper.wake();
        await settle();
      }
      now = until;
    },
  };
}

/** Lets every promise run that is ready to: a task of the event loop begins only when no microtask is left. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
