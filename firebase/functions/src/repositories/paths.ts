import type { CollectionReference, DocumentReference, Firestore } from 'firebase-admin/firestore';

/** Where everything is kept; no other file spells a collection's name of these. */
export const paths = (db: Firestore) => {
  const group = (groupId: string): DocumentReference => db.collection('groups').doc(groupId);
  const expenses = (groupId: string): CollectionReference => group(groupId).collection('expenses');
  const activity = (groupId: string): CollectionReference => group(groupId).collection('activity');
  const settlements = (groupId: string): CollectionReference => group(groupId).collection('settlements');
  const user = (userId: string): DocumentReference => db.collection('users').doc(userId);
  const departures = (userId: string): CollectionReference => user(userId).collection('departures');
  return {
    groups: (): CollectionReference => db.collection('groups'),
    group,
    expenses,
    expense: (groupId: string, expenseId: string) => expenses(groupId).doc(expenseId),
    settlements,
    settlement: (groupId: string, settlementId: string) => settlements(groupId).doc(settlementId),
    /** A document and not a field of the group: only groups that do not simplify have it, and nobody streams it. */
    debts: (groupId: string) => group(groupId).collection('pairwise').doc('debts'),
    activity,
    entry: (groupId: string, mutationId: string) => activity(groupId).doc(mutationId),
    invites: (): CollectionReference => db.collection('invites'),
    invite: (inviteId: string) => db.collection('invites').doc(inviteId),
    receipt: (userId: string, mutationId: string) => user(userId).collection('mutations').doc(mutationId),
    user,
    departures,
    departure: (userId: string, groupId: string) => departures(userId).doc(groupId),
    flags: () => db.collection('config').doc('flags'),
    epoch: () => db.collection('config').doc('epoch'),
  };
};

export type Paths = ReturnType<typeof paths>;
