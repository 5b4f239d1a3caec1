import type { Clock } from '../platform/clock.ts';
import { pauseAfter } from './backoff.ts';

interface RetryDeps {
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/** Does something again and again, with growing pauses, until it succeeds or `signal` aborts [INV14]. Never rejects. */
export async function untilDone(action: () => Promise<void>, { clock, random, signal }: RetryDeps): Promise<void> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await action();
    } catch (error) {
      if (!signal.aborted) await clock.sleep(pauseAfter(error, failures, random), signal);
    }
  }
}
