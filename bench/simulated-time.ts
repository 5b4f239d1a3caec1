import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../webapp-v2/src/platform/clock.ts';
import { createSleepers } from '../webapp-v2/src/sync/testing/sleepers.ts';

/** Time that passes only when nothing real is going on: an hour takes as long as its requests. */
export interface SimulatedTime extends Clock {
  /** Time stands still until this real work has ended. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets everything happen that is due until then (epoch ms). */
  advanceTo(at: number): Promise<void>;
}

/** A chain of promises may begin new work some turns after the last has ended. */
const CALM_TURNS = 5;

export function createSimulatedTime(start: number): SimulatedTime {
  const working = new Set<Promise<unknown>>();
  let now = start;
  const sleepers = createSleepers(() => now);

  async function settle(): Promise<void> {
    for (let calm = 0; calm < CALM_TURNS; calm += 1) {
      while (working.size > 0) {
        calm = 0;
        await Promise.allSettled(working);
      }
      await turn();
    }
  }

  return {
    now: () => now,
    sleep: sleepers.sleep,
    async during(work) {
      working.add(work);
      try {
        return await work;
      } finally {
        working.delete(work);
      }
    },
    async advanceTo(at) {
      await settle();
      for (let sleeper = sleepers.next(at); sleeper; sleeper = sleepers.next(at)) {
        now = Math.max(now, sleeper.dueAt);
        sleeper.wake();
        await settle();
      }
      now = Math.max(now, at);
    },
  };
}
