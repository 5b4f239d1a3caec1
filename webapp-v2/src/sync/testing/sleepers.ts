import type { Clock } from '../../platform/clock.ts';

interface Sleeper {
  /** In ms, on the clock that `createSleepers` was given. */
  dueAt: number;
  wake(): void;
}

/** Who sleeps on a clock that passes only when it is told to: such a clock wakes them, one after another. */
export function createSleepers(now: () => number) {
  const sleepers = new Set<Sleeper>();

  const sleep: Clock['sleep'] = (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper: Sleeper = {
        dueAt: now() + ms,
        wake() {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake);
    });

  return {
    sleep,
    /** Who is to be woken next, of those who are due by then. */
    next: (until: number): Sleeper | undefined => [...sleepers].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0],
  };
}
