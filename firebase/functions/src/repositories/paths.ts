import type { NotificationKind } from '@splitifyd/shared/contract';
import type { CollectionReference, DocumentReference, Firestore } from 'firebase-admin/firestore';

/** Where everything is kept. No other code asks Firestore for a collection; only the triggers' patterns and the rules repeat the names. */
export const paths = (db: Firestore) => {
  const group = (groupId: string): DocumentReference => db.collection('groups').doc(groupId);
  const expenses = (groupId: string): CollectionReference => group(groupId).collection('expenses');
  const activity = (groupId: string): CollectionReference => group(groupId).collection('activity');
  const settlements = (groupId: string): CollectionReference => group(groupId).collection('settlements');
  const user = (userId: string): DocumentReference => db.collection('users').doc(userId);
  const receipts = (userId: string): CollectionReference => user(userId).collection('mutations');
  const departures = (userId: string): CollectionReference => user(userId).collection('departures');
  const notifications = (kind: NotificationKind): CollectionReference => db.collection(kind);
  return {
    groups: (): CollectionReference => db.collection('groups'),
    group,
    expenses,
    expense: (groupId: string, expenseId: string) => expenses(groupId).doc(expenseId),
    settlements,
    settlement: (groupId: string, settlementId: string) => settlements(groupId).doc(settlementId),
    /** A document and not a field of the group: only groups that do not simplify have it, and nobody streams it. */
    debts: (groupId: string) => group(groupId).collection('pairwise').doc('debts'),
    /** An id by which the history knows somebody whom the group knows no more. */
    forgotten: (groupId: string, memberId: string) => group(groupId).collection('forgotten').doc(memberId),
    activity,
    entry: (groupId: string, mutationId: string) => activity(groupId).doc(mutationId),
    invite: (inviteId: string) => db.collection('invites').doc(inviteId),
    receipts,
    receipt: (userId: string, mutationId: string) => receipts(userId).doc(mutationId),
    user,
    departures,
    departure: (userId: string, groupId: string) => departures(userId).doc(groupId),
    flags: () => db.collection('config').doc('flags'),
    notifications,
    notification: (kind: NotificationKind, groupId: string) => notifications(kind).doc(groupId),
    /** What the scheduled jobs did. */
    jobReports: (): CollectionReference => db.collection('streaming-metrics'),
    epoch: () => db.collection('config').doc('epoch'),
  };
};

export type Paths = ReturnType<typeof paths>;
