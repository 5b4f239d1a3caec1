import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { VerifiedToken, VerifyToken } from '../services/ports.ts';
import { Problem } from '../services/problem.ts';

interface AuthenticateDeps {
  verifyToken: VerifyToken;
  now(): number;
}

/** A token that was good a minute ago need not be checked again: a page sends the same one with every request. */
const TRUSTED_MS = 60_000;
const TOKENS_REMEMBERED = 10_000;

export type Authenticate = (authorization: string | undefined) => Promise<string>;

/** Reads an `Authorization` header → the account's id. @throws Problem `unauthenticated` */
export function createAuthenticate({ verifyToken, now }: AuthenticateDeps): Authenticate {
  // Under the token's hash, so that a dump of the memory holds no credentials of ours.
  const verified = new LRUCache<string, VerifiedToken>({ max: TOKENS_REMEMBERED, perf: { now }, ttlResolution: 0 });

  return async (authorization) => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated');
    const key = createHash('sha256').update(token).digest('base64url');
    const known = verified.get(key);
    if (known) return known.userId;
    const found = await verifyToken(token);
    if (!found) throw new Problem('unauthenticated');
    const ttl = Math.min(TRUSTED_MS, found.expiresAt - now());
    if (ttl > 0) verified.set(key, found, { ttl });
    return found.userId;
  };
}
