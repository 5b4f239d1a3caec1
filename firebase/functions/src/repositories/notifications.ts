import { type DocumentSnapshot, type Firestore, GrpcStatus } from 'firebase-admin/firestore';
import type { NotificationStore } from '../services/notifications/ports.ts';
import { revisionOf, timestampOf } from './commit.ts';
import { SCHEMA_VERSION } from './documents.ts';
import { paths } from './paths.ts';

/** Notification documents: the kind is the collection, the group the id. */
export function createNotificationStore(db: Firestore): NotificationStore {
  const at = paths(db);

  return {
    async read({ kind, groupId }) {
      const snapshot = await at.notification(kind, groupId).get();
      if (!snapshot.updateTime) return null;
      return {
        seq: numberIn(snapshot, 'seq'),
        windowEndsAt: numberIn(snapshot, 'windowEndsAt'),
        revision: revisionOf(snapshot.updateTime),
      };
    },

    async write({ kind, groupId }, next, seen) {
      const document = at.notification(kind, groupId);
      const fields = { ...next, schemaVersion: SCHEMA_VERSION };
      try {
        // Every notification of a kind has the same fields, so an update of all of them replaces the document.
        const { writeTime } =
          seen === null ? await document.create(fields) : await document.update(fields, { lastUpdateTime: timestampOf(seen.revision) });
        return { seq: next.seq, windowEndsAt: next.windowEndsAt, revision: revisionOf(writeTime) };
      } catch (error) {
        if (isLostRace(error)) return null;
        throw error;
      }
    },
  };
}

function numberIn(snapshot: DocumentSnapshot, field: string): number {
  const value: unknown = snapshot.get(field);
  if (typeof value !== 'number') throw new Error(`${snapshot.ref.path}: ${field} is not a number`);
  return value;
}

const LOST_RACES: readonly unknown[] = [
  GrpcStatus.ABORTED,
  GrpcStatus.ALREADY_EXISTS,
  GrpcStatus.FAILED_PRECONDITION,
  GrpcStatus.NOT_FOUND,
];

/** Somebody else changed, made or deleted the document first. An outage is none of these: it ends the call, which is delivered again. */
export function isLostRace(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && LOST_RACES.includes(cause.code);
}
