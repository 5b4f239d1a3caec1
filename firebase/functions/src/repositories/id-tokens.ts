import { LIMITS } from '@splitifyd/shared/contract';
import { field } from '@splitifyd/shared/schemas';
import type { Auth } from 'firebase-admin/auth';
import type { VerifyToken } from '../services/ports.ts';

/** Refusals that are the token's fault. Anything else, such as keys that cannot be fetched, is ours. */
const REFUSED: readonly unknown[] = [
  'auth/argument-error',
  'auth/id-token-expired',
  'auth/id-token-revoked',
  'auth/invalid-id-token',
  'auth/invalid-uid',
  'auth/user-disabled',
  'auth/user-not-found',
];

/** Names that people are given elsewhere need not be names here. */
const displayName = field.line(LIMITS.nameLength);

/** User ids become names of documents, where slashes, dots alone and doubled underscores mean something. */
const isDocumentName = (userId: string) => /^(?!\.{1,2}$)(?!__.*__$)[^/]{1,128}$/.test(userId);

/** Asks Firebase Auth; the emulator is asked over the network each time, since it signs nothing. */
export function createTokenVerifier(auth: Auth): VerifyToken {
  return async (token, isUnrevoked) => {
    try {
      const { uid, exp, name } = await auth.verifyIdToken(token, isUnrevoked);
      return isDocumentName(uid) ? { userId: uid, name: displayName.safeParse(name).data ?? null, expiresAt: exp * 1000 } : null;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && REFUSED.includes(cause.code)) return null;
      throw cause;
    }
  };
}
