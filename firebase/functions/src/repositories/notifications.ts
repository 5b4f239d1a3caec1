import { type DocumentSnapshot, type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { NotificationStore, Target } from '../services/notifications/ports.ts';
import type { Revision } from '../services/ports.ts';

/** Notification documents: the kind is the collection, the group the id. */
export function createNotificationStore(firestore: Firestore): NotificationStore {
  const documentOf = ({ kind, groupId }: Target) => firestore.collection(kind).doc(groupId);

  return {
    async read(target) {
      const snapshot = await documentOf(target).get();
      if (!snapshot.exists) return null;
      return {
        seq: numberIn(snapshot, 'seq'),
        windowEndsAt: numberIn(snapshot, 'windowEndsAt'),
        revision: revisionOf(snapshot.updateTime),
      };
    },

    async write(target, next, seen) {
      const document = documentOf(target);
      try {
        // Every notification of a kind has the same fields, so an update of all of them replaces the document.
        const { writeTime } =
          seen === null ? await document.create(next) : await document.update({ ...next }, { lastUpdateTime: updateTimeOf(seen.revision) });
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

/** Nanoseconds matter: two writes within one millisecond are two revisions. */
export function revisionOf(updateTime: Timestamp | undefined): Revision {
  if (updateTime === undefined) throw new Error('A document that exists has an update time');
  return `${updateTime.seconds}.${updateTime.nanoseconds}` as Revision;
}

export function updateTimeOf(revision: Revision): Timestamp {
  const [seconds, nanoseconds] = revision.split('.').map(Number);
  return new Timestamp(seconds ?? 0, nanoseconds ?? 0);
}

/** gRPC: NOT_FOUND 5, ALREADY_EXISTS 6, FAILED_PRECONDITION 9, ABORTED 10. In each somebody else changed the document first. */
export function isLostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && [5, 6, 9, 10].includes(Number(error.code));
}
