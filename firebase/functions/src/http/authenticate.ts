import { createHash } from 'node:crypto';
import type { Route } from '@splitifyd/shared/contract';
import { LRUCache } from 'lru-cache';
import type { Account, VerifiedToken, VerifyToken } from '../services/ports.ts';
import { Problem } from '../services/problem.ts';
import type { AccountGate } from './account-gate.ts';

interface AuthenticateDeps {
  gate: Pick<AccountGate, 'isDeleted'>;
  verifyToken: VerifyToken;
  now(): number;
}

/** A token that was good a minute ago need not be checked again: a page sends the same one with every request. */
const TRUSTED_MS = 60_000;
const TOKENS_REMEMBERED = 10_000;

/** A token that was refused is not asked about again at once: whoever sends it once sends it often. */
const REFUSED_MS = 10_000;

/** `beforeAsking` is called before a token is verified that we have not seen lately, and may refuse to. */
export type Authenticate = (
  authorization: string | undefined,
  route: Pick<Route, 'openToDeleted' | 'sensitive'>,
  beforeAsking: () => void,
) => Promise<Account>;

interface Trusted {
  token: VerifiedToken;
  isUnrevoked: boolean;
}

/** Reads an `Authorization` header → who asks. @throws Problem `unauthenticated`, `account-deleted` */
export function createAuthenticate({ verifyToken, gate, now }: AuthenticateDeps): Authenticate {
  // Under the token's hash, so that a dump of the memory holds no credentials of ours.
  const verified = new LRUCache<string, Trusted>({ max: TOKENS_REMEMBERED, perf: { now }, ttlResolution: 0 });
  const refused = new LRUCache<string, 'token' | 'sign-in'>({ max: TOKENS_REMEMBERED, ttl: REFUSED_MS, perf: { now }, ttlResolution: 0 });

  const identify = async (authorization: string | undefined, isUnrevoked: boolean, beforeAsking: () => void): Promise<VerifiedToken> => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated');
    const key = createHash('sha256').update(token).digest('base64url');
    const known = verified.get(key);
    if (known && (known.isUnrevoked || !isUnrevoked)) return known.token;
    const lately = refused.get(key);
    if (lately === 'token' || (lately && isUnrevoked)) throw new Problem('unauthenticated');
    beforeAsking();
    const found = await verifyToken(token, isUnrevoked);
    if (!found) {
      refused.set(key, isUnrevoked ? 'sign-in' : 'token');
      throw new Problem('unauthenticated');
    }
    const ttl = Math.min(TRUSTED_MS, found.expiresAt - now());
    if (ttl > 0) verified.set(key, { token: found, isUnrevoked }, { ttl });
    return found;
  };

  return async (authorization, { openToDeleted, sensitive }, beforeAsking) => {
    const { userId, name } = await identify(authorization, false, beforeAsking);
    const isDeleted = await gate.isDeleted(userId);
    if (isDeleted && !openToDeleted) throw new Problem('account-deleted');
    // A deletion that goes on has no sign-in left that could tell.
    if (sensitive && !isDeleted) await identify(authorization, true, beforeAsking);
    return { userId, name };
  };
}
