import type { AccountSync } from '../sync/account-sync.ts';
import { ApiProblem, isTransient } from '../sync/api-error.ts';
import type { Result } from './result.ts';

const ATTEMPTS = 3;
const LONGEST_PAUSE_MS = 1000;

/**
 * Does something that its user waits for. What may pass by itself is tried again twice within a second or two; `action` must
 * send the same mutation id each time, so that an answer lost on the way does no harm.
 */
export async function attempt<T>({ clock, randomness }: AccountSync, action: () => Promise<T>): Promise<Result<T>> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return { ok: true, value: await action() };
    } catch (error) {
      if (isTransient(error) && left > 1) await clock.sleep(randomness.random() * LONGEST_PAUSE_MS);
      else return { ok: false, code: error instanceof ApiProblem ? error.code : 'offline' };
    }
  }
}
