import type { Clock } from '../platform/clock.ts';

/** How long until code that could not be had is asked for again, in ms. */
const AGAIN_MS = 2000;

/**
 * Asks for code until it is there, as networks come and go.
 * @throws what kept it away, once nobody needs it any more: `signal` has aborted
 */
export async function untilLoaded<Code>(load: () => Promise<Code>, clock: Pick<Clock, 'sleep'>, signal?: AbortSignal): Promise<Code> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      await clock.sleep(AGAIN_MS, signal);
      if (signal?.aborted) throw error;
    }
  }
}
