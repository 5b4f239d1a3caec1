import type { Firestore } from 'firebase-admin/firestore';
import type { CleanUpStore } from '../../services/notifications/ports.ts';
import { isLostRace, revisionOf, timestampOf } from '../commit.ts';
import { SCHEMA_VERSION } from '../documents.ts';
import { paths } from '../paths.ts';
import { queries } from '../queries.ts';
import { groupActivity, notification } from '../shapes.ts';

/** Queries and deletions of the notifications' housekeeping, and where it leaves its reports. */
export function createCleanUpStore(db: Firestore): CleanUpStore {
  const at = paths(db);
  const query = queries(db);
  return {
    async listStale(kind, before, limit) {
      const { docs } = await query.staleNotifications(kind, before).limit(limit).select().get();
      return docs.map((snapshot) => ({ groupId: snapshot.id, revision: revisionOf(snapshot.updateTime) }));
    },

    async remove(kind, { groupId, revision }) {
      try {
        await at.notification(kind, groupId).delete({ lastUpdateTime: timestampOf(revision) });
        return true;
      } catch (error) {
        if (isLostRace(error)) return false;
        throw error;
      }
    },

    async listActive(since, limit, after) {
      const recent = query.groupsActiveSince(since).limit(limit).select('seq', 'lastActivityAt');
      const { docs } = await (after === null ? recent : recent.startAfter(after.lastActivityAt, after.groupId)).get();
      return docs.map((snapshot) => ({ groupId: snapshot.id, ...groupActivity.parse(snapshot.data()) }));
    },

    async announcedSeqs(kind, groupIds) {
      if (groupIds.length === 0) return new Map();
      const documents = groupIds.map((groupId) => at.notification(kind, groupId));
      const snapshots = await db.getAll(...documents, { fieldMask: ['seq'] });
      const announced = snapshots.filter(({ exists }) => exists);
      return new Map(announced.map((snapshot) => [snapshot.id, notification.shape.seq.parse(snapshot.get('seq'))]));
    },

    // Every expense carries the seq of its last change, deleted ones too.
    async hasExpenseChangedAfter(groupId, seq) {
      const { empty } = await query.expensesChangedAfter(groupId, seq).limit(1).select().get();
      return !empty;
    },

    async record(report) {
      await at.jobReports().add({ ...report, schemaVersion: SCHEMA_VERSION });
    },

    async forgetReports(before, limit) {
      const { docs } = await query.reportsBefore(before).limit(limit).select().get();
      const batch = db.batch();
      for (const { ref } of docs) batch.delete(ref);
      if (docs.length > 0) await batch.commit();
      return docs.length;
    },
  };
}
