import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const BUCKETS_REMEMBERED = 50_000;

interface Bucket {
  tokens: number;
  /** Epoch ms. */
  filledAt: number;
}

/**
 * Takes a token from a key's bucket: 0 where there was one, else the ms until there is.
 *
 * A bucket holds a minute's worth and fills evenly, so a burst after a rest is fine and a minute never gives more than twice the rate. A bucket
 * nobody touched for a minute is full again and need not be remembered; neither need those that fall out when there are too many.
 */
export function createTokenBuckets(perMinute: number, now: () => number): (key: string) => number {
  const buckets = new LRUCache<string, Bucket>({ max: BUCKETS_REMEMBERED });
  const msPerToken = MINUTE_MS / perMinute;

  return (key) => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, filledAt: at };
    // A clock that is set back must not empty anybody's bucket.
    const gained = Math.max(0, at - bucket.filledAt) / msPerToken;
    const tokens = Math.min(perMinute, bucket.tokens + gained);
    const isGranted = tokens >= 1;
    buckets.set(key, { tokens: isGranted ? tokens - 1 : tokens, filledAt: at });
    return isGranted ? 0 : (1 - tokens) * msPerToken;
  };
}
