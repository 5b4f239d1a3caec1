import { LRUCache } from 'lru-cache';
import { Problem } from '../services/problem.ts';

interface GateDeps {
  isDeleted(userId: string): Promise<boolean>;
  now(): number;
}

/** How long an account may go on here after another instance deleted it (milliseconds). */
const TRUSTED_MS = 60_000;
const ACCOUNTS_REMEMBERED = 10_000;

export type AccountGate = ReturnType<typeof createAccountGate>;

/** Keeps deleted accounts out at the cost of a read a minute and account. */
export function createAccountGate({ isDeleted, now }: GateDeps) {
  const living = new LRUCache<string, true>({ max: ACCOUNTS_REMEMBERED, ttl: TRUSTED_MS, perf: { now }, ttlResolution: 0 });
  // Nobody comes back from a deletion, so this is forgotten for want of room alone.
  const deleted = new LRUCache<string, true>({ max: ACCOUNTS_REMEMBERED });

  return {
    /** @throws Problem `account-deleted` */
    async admit(userId: string): Promise<void> {
      if (!deleted.has(userId) && !living.has(userId)) (await isDeleted(userId)) ? deleted.set(userId, true) : living.set(userId, true);
      if (deleted.has(userId)) throw new Problem('account-deleted');
    },

    /** This instance deletes the account, and knows it at once. */
    close(userId: string): void {
      deleted.set(userId, true);
    },
  };
}
