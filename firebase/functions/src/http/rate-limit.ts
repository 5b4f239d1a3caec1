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

/** Where a call comes from. Whoever calls a function by its own URL may have made up `claimed`, but never `vouched`. */
export interface Origin {
  /** The caller's address, as the proxies in front of us tell it. */
  claimed: string;
  /** The address that the last of them was called from itself: the caller's, or that of a proxy which many share. */
  vouched: string;
}

/** All but `rows` throw Problem `rate-limited`. */
export interface RateLimit {
  account(userId: string, mutates: boolean): void;
  /** Counts what a read of an account has told, besides the call: rows are what it costs. Refuses nobody yet. */
  rows(userId: string, count: number): void;
  /** Counts a call without a valid sign-in. */
  stranger(origin: Origin): void;
  /** Refuses who could make no such call now; counts nothing. */
  requireRoom(origin: Origin): void;
}

/** Many people share a proxy, but not this many strangers: bounds whoever makes up addresses. */
const ADDRESSES_OF_A_PROXY = 10;

/** Of so many rows a read counts as another call, so that a minute of calls never is a minute of the largest pages. */
const ROWS_OF_A_CALL = 20;

/**
 * Counted in each instance's memory: a shared counter would cost a write a request, to keep out what a few instances can bear anyway.
 * Reads and mutations are counted apart, so that draining a long queue does not keep the page from reading.
 */
export function createRateLimit({ readsPerMinute, mutationsPerMinute, strangersPerMinute }: RateLimits, now: () => number): RateLimit {
  const reads = createTokenBuckets(readsPerMinute, now);
  const mutations = createTokenBuckets(mutationsPerMinute, now);
  const strangers = createTokenBuckets(strangersPerMinute, now);
  const proxies = createTokenBuckets(ADDRESSES_OF_A_PROXY * strangersPerMinute, now);
  return {
    account: (userId, mutates) => refuseIfTold((mutates ? mutations : reads).take(userId)),
    rows: (userId, count) => reads.charge(userId, Math.floor(count / ROWS_OF_A_CALL)),
    stranger({ claimed, vouched }) {
      refuseIfTold(strangers.take(claimed));
      // Only now: who is refused anyway takes nothing from those who share the proxy.
      refuseIfTold(proxies.take(vouched));
    },
    requireRoom: ({ claimed, vouched }) => refuseIfTold(Math.max(strangers.wait(claimed), proxies.wait(vouched))),
  };
}

function refuseIfTold(waitMs: number): void {
  if (waitMs > 0) throw new Problem('rate-limited', { retryAfterMs: waitMs });
}
