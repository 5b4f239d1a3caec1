import type { CollectionReference, DocumentReference, Firestore } from 'firebase-admin/firestore';

/** Where everything is kept; no other file spells a collection's name of these. */
export const paths = (db: Firestore) => {
  const group = (groupId: string): DocumentReference => db.collection('groups').doc(groupId);
  const expenses = (groupId: string): CollectionReference => group(groupId).collection('expenses');
  const activity = (groupId: string): CollectionReference => group(groupId).collection('activity');
  return {
    groups: (): CollectionReference => db.collection('groups'),
    group,
    expenses,
    expense: (groupId: string, expenseId: string) => expenses(groupId).doc(expenseId),
    activity,
    entry: (groupId: string, mutationId: string) => activity(groupId).doc(mutationId),
    invite: (inviteId: string) => db.collection('invites').doc(inviteId),
    receipt: (userId: string, mutationId: string) => db.collection('users').doc(userId).collection('mutations').doc(mutationId),
    epoch: () => db.collection('config').doc('epoch'),
  };
};

export type Paths = ReturnType<typeof paths>;
