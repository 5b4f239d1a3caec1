import type { Firestore } from 'firebase-admin/firestore';
import type { NotificationStore } from '../../services/notifications/ports.ts';
import { isLostRace, revisionOf, timestampOf } from '../commit.ts';
import { SCHEMA_VERSION } from '../documents.ts';
import { paths } from '../paths.ts';
import { notification } from '../shapes.ts';

/** Notification documents: the kind is the collection, the group the id. */
export function createNotificationStore(db: Firestore): NotificationStore {
  const at = paths(db);

  return {
    async read({ kind, groupId }) {
      const snapshot = await at.notification(kind, groupId).get();
      if (!snapshot.updateTime) return null;
      return { ...notification.parse(snapshot.data()), revision: revisionOf(snapshot.updateTime) };
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
