import type { NotificationKind } from '@splitifyd/shared/contract';
import { type CollectionReference, FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import { paths } from './paths.ts';

/**
 * Every query the server makes, without its limits and starting points. The emulator answers queries that the real Firestore refuses for want of
 * an index, so a test takes each of these and looks for its index in firestore.indexes.json; no other file may filter or sort.
 */
export function queries(db: Firestore) {
  const at = paths(db);
  const groupsOf = (userId: string): Query => at.groups().where('userIds', 'array-contains', userId).where('deletedAt', '==', null);
  const live = (rows: CollectionReference): Query => rows.where('deletedAt', '==', null);
  /** A total order: the document's name decides between rows of one date and moment. */
  const newest = (rows: CollectionReference): Query =>
    live(rows).orderBy('date', 'desc').orderBy('createdAt', 'desc').orderBy(FieldPath.documentId(), 'desc');

  return {
    groupsOf,
    groupsOfNewestFirst: (userId: string) => groupsOf(userId).orderBy('lastActivityAt', 'desc').orderBy(FieldPath.documentId(), 'desc'),
    groupsOfOldestFirst: (userId: string) => groupsOf(userId).orderBy('lastActivityAt').orderBy(FieldPath.documentId()),
    departures: (userId: string): Query => at.departures(userId).orderBy('leftAt').orderBy(FieldPath.documentId()),

    liveExpenses: (groupId: string) => live(at.expenses(groupId)),
    liveSettlements: (groupId: string) => live(at.settlements(groupId)),
    newestExpenses: (groupId: string) => newest(at.expenses(groupId)),
    newestSettlements: (groupId: string) => newest(at.settlements(groupId)),
    expensesChangedAfter: (groupId: string, seq: number): Query => at.expenses(groupId).where('seq', '>', seq),

    newestActivity: (groupId: string): Query => at.activity(groupId).orderBy('seq', 'desc'),
    activityBelow: (groupId: string, seq: number): Query => at.activity(groupId).where('seq', '<', seq).orderBy('seq', 'desc'),
    activityAfter: (groupId: string, seq: number): Query => at.activity(groupId).where('seq', '>', seq).orderBy('seq'),
    activityUpTo: (groupId: string, seq: number): Query => at.activity(groupId).where('seq', '<=', seq).orderBy('seq', 'desc'),
    activityBetween: (groupId: string, after: number, upTo: number): Query =>
      at.activity(groupId).where('seq', '>', after).where('seq', '<=', upTo).orderBy('seq'),

    staleNotifications: (kind: NotificationKind, before: number): Query =>
      at.notifications(kind).where('timestamp', '<', before).orderBy('timestamp'),
    reportsBefore: (time: number): Query => at.jobReports().where('startedAt', '<', time).orderBy('startedAt'),
    groupsActiveSince: (time: number): Query =>
      at.groups().where('lastActivityAt', '>=', time).orderBy('lastActivityAt').orderBy(FieldPath.documentId()),
  };
}
