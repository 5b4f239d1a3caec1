import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const BUCKETS_REMEMBERED = 50_000;

interface Bucket {
  tokens: number;
  /** Epoch ms. */
  filledAt: number;
}

/**
 * A bucket of tokens for each key.
 *
 * A bucket holds a minute's worth and fills evenly, so a burst after a rest is fine and a minute never gives more than twice the rate. A bucket
 * nobody touched for a minute is full again and need not be remembered; neither need those that fall out when there are too many.
 */
export function createTokenBuckets(perMinute: number, now: () => number) {
  const buckets = new LRUCache<string, Bucket>({ max: BUCKETS_REMEMBERED });
  const msPerToken = MINUTE_MS / perMinute;

  const filled = (key: string): Bucket => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, filledAt: at };
    // A clock that is set back must not empty anybody's bucket.
    const gained = Math.max(0, at - bucket.filledAt) / msPerToken;
    return { tokens: Math.min(perMinute, bucket.tokens + gained), filledAt: at };
  };
  const waitFor = ({ tokens }: Bucket): number => (tokens >= 1 ? 0 : (1 - tokens) * msPerToken);

  return {
    /** Takes a token: 0 where there was one, else the ms until there is. */
    take(key: string): number {
      const bucket = filled(key);
      const waitMs = waitFor(bucket);
      buckets.set(key, waitMs === 0 ? { ...bucket, tokens: bucket.tokens - 1 } : bucket);
      return waitMs;
    },

    /** Takes tokens for what has been done already, also where there are not so many: nobody gets one before they are made up for. */
    charge(key: string, tokens: number): void {
      const bucket = filled(key);
      buckets.set(key, { ...bucket, tokens: bucket.tokens - tokens });
    },

    /** 0 where there is a token, else the ms until there is. */
    wait: (key: string): number => waitFor(filled(key)),
  };
}
