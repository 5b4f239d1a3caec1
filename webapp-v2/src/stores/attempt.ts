import type { AccountSync } from '../sync/account-sync.ts';
import { ApiProblem, isTransient, retryAfterMs } from '../sync/api-error.ts';
import type { Result } from './result.ts';

const ATTEMPTS = 3;
const LONGEST_PAUSE_MS = 1000;
/** Longer than this nobody waits for an answer: who is asked to wait longer is told so. */
const PATIENCE_MS = 5000;

/**
 * Does something that its user waits for. What may pass by itself is tried again twice within a second or two, or when the
 * server says; `action` must send the same mutation id each time, so that an answer lost on the way does no harm. An answer
 * that comes after the account's end is nobody's.
 */
export async function attempt<T>({ clock, randomness, signal }: AccountSync, action: () => Promise<T>): Promise<Result<T>> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      const value = await action();
      return signal.aborted ? ENDED : { ok: true, value };
    } catch (error) {
      if (signal.aborted) return ENDED;
      const pauseMs = retryAfterMs(error) ?? randomness.random() * LONGEST_PAUSE_MS;
      if (!isTransient(error) || left === 1 || pauseMs > PATIENCE_MS) {
        return { ok: false, code: error instanceof ApiProblem ? error.code : 'offline' };
      }
      await clock.sleep(pauseMs, signal);
    }
  }
}

const ENDED = { ok: false, code: 'unauthenticated' } as const;
