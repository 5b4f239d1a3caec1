import { type DocumentReference, GrpcStatus, Timestamp, type WriteBatch } from 'firebase-admin/firestore';
import type { Revision } from '../services/ports.ts';

/** A precondition did not hold, or a rival was faster. */
const LOST_RACES: readonly unknown[] = [
  GrpcStatus.ABORTED,
  GrpcStatus.ALREADY_EXISTS,
  GrpcStatus.FAILED_PRECONDITION,
  GrpcStatus.NOT_FOUND,
];

/** The answer was lost on its way, so nobody knows whether the write was made. */
const UNHEARD: readonly unknown[] = [GrpcStatus.UNAVAILABLE, GrpcStatus.DEADLINE_EXCEEDED];

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : undefined);

/** Somebody else changed, made or deleted the document first. */
export const isLostRace = (cause: unknown): boolean => LOST_RACES.includes(codeOf(cause));

/** Commits a batch; `false` where the caller should read again: they find their own entry there if the write was made after all. */
export async function commitBatch(batch: WriteBatch): Promise<boolean> {
  try {
    await batch.commit();
    return true;
  } catch (cause) {
    if (isLostRace(cause) || UNHEARD.includes(codeOf(cause))) return false;
    throw cause;
  }
}

/** Keeps the nanoseconds, which a `Date` would lose. */
export const revisionOf = (updatedAt: Timestamp): Revision => `${updatedAt.seconds}.${updatedAt.nanoseconds}` as Revision;

export function timestampOf(revision: Revision): Timestamp {
  const [seconds, nanoseconds] = revision.split('.').map(Number);
  return new Timestamp(seconds ?? 0, nanoseconds ?? 0);
}

/**
 * Lets a batch fail where the account is no longer as it was read. A batch has no condition without a write, so there is one that changes
 * nothing: of a living account, its not being deleted; of one without a document, the deletion of what must not be there.
 *
 * The latter means what it says on the real Firestore, too: `currentDocument` is a precondition of every `Write`, "fails if this is set and not
 * met", and `exists: false` is "the target document must not exist" (google.firestore.v1, write.proto and common.proto). The web SDK's transactions
 * commit exactly this where they delete a document that they have read as missing.
 */
export function requireUnchanged(batch: WriteBatch, account: DocumentReference, revision: Revision | null): void {
  if (revision === null) batch.delete(account, { exists: false });
  else batch.update(account, { deletion: null }, { lastUpdateTime: timestampOf(revision) });
}
