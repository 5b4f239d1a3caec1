import type { Clock } from '../../platform/clock.ts';

/** Time for tests: it passes only when it is told to, and everything that became due has run by then. */
export interface VirtualClock extends Clock {
  advance(ms: number): Promise<void>;
  /** Somebody sets the clock, forward or back, or the page was frozen for so long: what sleeps does not notice. */
  shift(ms: number): void;
}

interface Sleeper {
  due: number;
  wake(): void;
}

export function createVirtualClock(): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = 0;
  let shiftedMs = 0;

  const nextDue = (until: number): Sleeper | undefined => [...sleepers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];

  return {
    now: () => now + shiftedMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper: Sleeper = {
          due: now + ms,
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake);
      }),
    shift(ms) {
      shiftedMs += ms;
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let sleeper = nextDue(until); sleeper; sleeper = nextDue(until)) {
        now = Math.max(now, sleeper.due);
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
