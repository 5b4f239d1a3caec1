import { setImmediate } from 'node:timers/promises';

/** What weighs so much together is some ten milliseconds of work. */
const TURN = 200;

/**
 * For work on many things, one after another: to be waited for after each, with its weight. Whenever a turn's weight is done, everybody else's
 * requests go on first; the largest page there can be would keep them waiting for more than a second otherwise.
 */
export function createTurns(): (weight: number) => Promise<void> {
  let done = 0;
  return async (weight) => {
    done += weight;
    if (done < TURN) return;
    done = 0;
    await setImmediate();
  };
}
