import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Account, VerifiedToken, VerifyToken } from '../services/ports.ts';
import { Problem } from '../services/problem.ts';
import type { AccountGate } from './account-gate.ts';

interface AuthenticateDeps {
  gate: Pick<AccountGate, 'admit'>;
  verifyToken: VerifyToken;
  now(): number;
}

/** A token that was good a minute ago need not be checked again: a page sends the same one with every request. */
const TRUSTED_MS = 60_000;
const TOKENS_REMEMBERED = 10_000;

/** `openToDeleted`: also for an account that is deleted. */
export type Authenticate = (authorization: string | undefined, openToDeleted: boolean) => Promise<Account>;

/** Reads an `Authorization` header → who asks. @throws Problem `unauthenticated`, `account-deleted` */
export function createAuthenticate({ verifyToken, gate, now }: AuthenticateDeps): Authenticate {
  // Under the token's hash, so that a dump of the memory holds no credentials of ours.
  const verified = new LRUCache<string, VerifiedToken>({ max: TOKENS_REMEMBERED, perf: { now }, ttlResolution: 0 });

  const identify = async (authorization: string | undefined): Promise<VerifiedToken> => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated');
    const key = createHash('sha256').update(token).digest('base64url');
    const known = verified.get(key);
    if (known) return known;
    const found = await verifyToken(token);
    if (!found) throw new Problem('unauthenticated');
    const ttl = Math.min(TRUSTED_MS, found.expiresAt - now());
    if (ttl > 0) verified.set(key, found, { ttl });
    return found;
  };

  return async (authorization, openToDeleted) => {
    const { userId, name } = await identify(authorization);
    if (!openToDeleted) await gate.admit(userId);
    return { userId, name };
  };
}
