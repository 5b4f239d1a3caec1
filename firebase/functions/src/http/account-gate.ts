import { LRUCache } from 'lru-cache';

interface GateDeps {
  isDeleted(userId: string): Promise<boolean>;
  now(): number;
}

/** How long an account may go on here after another instance deleted it (milliseconds). */
const TRUSTED_MS = 60_000;
const ACCOUNTS_REMEMBERED = 10_000;

export type AccountGate = ReturnType<typeof createAccountGate>;

/** Keeps deleted accounts out at the cost of a read a minute and account. */
export function createAccountGate({ isDeleted: read, now }: GateDeps) {
  const living = new LRUCache<string, true>({ max: ACCOUNTS_REMEMBERED, ttl: TRUSTED_MS, perf: { now }, ttlResolution: 0 });
  // Nobody comes back from a deletion, so this is forgotten for want of room alone.
  const deleted = new LRUCache<string, true>({ max: ACCOUNTS_REMEMBERED });

  return {
    async isDeleted(userId: string): Promise<boolean> {
      if (!deleted.has(userId) && !living.has(userId)) {
        const found = (await read(userId)) ? deleted : living;
        found.set(userId, true);
      }
      return deleted.has(userId);
    },

    /** This instance deletes the account, and knows it at once. */
    close(userId: string): void {
      deleted.set(userId, true);
    },
  };
}
