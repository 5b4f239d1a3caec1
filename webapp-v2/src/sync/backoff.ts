import { retryAfterMs } from './api-error.ts';

const FIRST_MS = 1000;
const CAP_MS = 60_000;

/**
 * How long to wait after `failures` (≥ 1) in a row, in ms: uniform between 0 and a bound that doubles from 1 s to 60 s [INV14].
 * Full jitter, as in M. Brooker, "Exponential Backoff and Jitter" (AWS, 2015): clients that failed together do not come back together.
 */
export function fullJitter(failures: number, random: () => number): number {
  return random() * Math.min(CAP_MS, FIRST_MS * 2 ** (failures - 1));
}

/** How long to wait after a failure, the `failures`-th in a row, in ms: as long as the server asks for, where it does. */
export const pauseAfter = (error: unknown, failures: number, random: () => number): number =>
  retryAfterMs(error) ?? fullJitter(failures, random);
