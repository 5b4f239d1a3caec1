import { Problem } from '../services/problem.ts';
import { createTokenBuckets } from './token-buckets.ts';

/** Calls a minute, for each instance. */
export interface RateLimits {
  /** Of one account: whatever changes nothing. */
  readsPerMinute: number;
  /** Of one account: whatever takes an `Idempotency-Key`. */
  mutationsPerMinute: number;
  /** Of one address: calls that need no sign-in, and those whose sign-in was refused. */
  strangersPerMinute: number;
}

export interface RateLimit {
  /** @throws Problem `rate-limited` */
  account(userId: string, mutates: boolean): void;
  /** @throws Problem `rate-limited` */
  stranger(address: string): void;
}

/**
 * Counted in each instance's memory: a shared counter would cost a write a request, to keep out what a few instances can bear anyway.
 * Reads and mutations are counted apart, so that draining a long queue does not keep the page from reading.
 */
export function createRateLimit({ readsPerMinute, mutationsPerMinute, strangersPerMinute }: RateLimits, now: () => number): RateLimit {
  const reads = createTokenBuckets(readsPerMinute, now);
  const mutations = createTokenBuckets(mutationsPerMinute, now);
  const strangers = createTokenBuckets(strangersPerMinute, now);
  return {
    account: (userId, mutates) => refuseIfTold((mutates ? mutations : reads)(userId)),
    stranger: (address) => refuseIfTold(strangers(address)),
  };
}

function refuseIfTold(waitMs: number): void {
  if (waitMs > 0) throw new Problem('rate-limited', { retryAfterMs: waitMs });
}
