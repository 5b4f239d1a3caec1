import { type DocumentReference, GrpcStatus, Timestamp, type WriteBatch } from 'firebase-admin/firestore';
import type { Revision } from '../services/ports.ts';

/**
 * A precondition did not hold, a rival was faster, or the answer was lost on its way. In each case the caller reads again, and
 * finds its own entry there if the write was made after all.
 */
const LOST: readonly unknown[] = [
  GrpcStatus.ABORTED,
  GrpcStatus.ALREADY_EXISTS,
  GrpcStatus.FAILED_PRECONDITION,
  GrpcStatus.NOT_FOUND,
  GrpcStatus.UNAVAILABLE,
  GrpcStatus.DEADLINE_EXCEEDED,
];

/** Commits a batch; `false` where the caller should read again. */
export async function commitBatch(batch: WriteBatch): Promise<boolean> {
  try {
    await batch.commit();
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && LOST.includes(cause.code)) return false;
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
 * nothing: of a living account, its not being deleted.
 */
export function requireUnchanged(batch: WriteBatch, account: DocumentReference, revision: Revision | null): void {
  if (revision === null) batch.delete(account, { exists: false });
  else batch.update(account, { deletion: null }, { lastUpdateTime: timestampOf(revision) });
}
