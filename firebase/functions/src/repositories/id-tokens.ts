import type { Auth } from 'firebase-admin/auth';

export interface VerifiedToken {
  userId: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** The account an ID token speaks for; null where the token is none, has expired or belongs to nobody. */
export type VerifyToken = (token: string) => Promise<VerifiedToken | null>;

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

/** User ids become names of documents, where slashes, dots alone and doubled underscores mean something. */
const isDocumentName = (userId: string) => /^(?!\.{1,2}$)(?!__.*__$)[^/]{1,128}$/.test(userId);

export function createTokenVerifier(auth: Auth): VerifyToken {
  return async (token) => {
    try {
      const { uid, exp } = await auth.verifyIdToken(token);
      return isDocumentName(uid) ? { userId: uid, expiresAt: exp * 1000 } : null;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && REFUSED.includes(cause.code)) return null;
      throw cause;
    }
  };
}
