import { FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import type { ActivityReader, ExpenseReader, GroupReader, InviteReader } from '../services/ports.ts';
import { decodeEntry, decodeExpense, decodeGroup, decodeInvite, present } from './documents.ts';
import { type Paths, paths } from './paths.ts';

export function createGroupReader(db: Firestore): GroupReader {
  const at = paths(db);
  const groupsOf = (userId: string): Query => at.groups().where('userIds', 'array-contains', userId).where('deletedAt', '==', null);
  return {
    get: async (groupId) => decodeGroup(await at.group(groupId).get()),

    async listOf(userId, limit, after) {
      const ordered = groupsOf(userId).orderBy('lastActivityAt', 'desc').orderBy(FieldPath.documentId(), 'desc').limit(limit);
      const page = await (after ? ordered.startAfter(after.lastActivityAt, after.id) : ordered).get();
      return present(page.docs.map(decodeGroup));
    },

    async countOf(userId) {
      const counted = await groupsOf(userId).count().get();
      return counted.data().count;
    },
  };
}

export function createExpenseReader(db: Firestore): ExpenseReader {
  const at = paths(db);
  return {
    get: async (groupId, expenseId) => decodeExpense(await at.expense(groupId, expenseId).get()),

    async list(groupId, limit, after) {
      const ordered = newestExpenses(at, groupId).limit(limit);
      const page = await (after ? ordered.startAfter(after.date, after.createdAt, after.id) : ordered).get();
      return present(page.docs.map(decodeExpense));
    },
  };
}

export function createActivityReader(db: Firestore): ActivityReader {
  const at = paths(db);
  return {
    async after(groupId, since, limit) {
      const found = await at.activity(groupId).where('seq', '>', since).orderBy('seq').limit(limit).get();
      return present(found.docs.map(decodeEntry));
    },

    snapshot: (groupId, limits) =>
      db.runTransaction(
        async (transaction) => {
          const [group, expenses, entries] = await Promise.all([
            transaction.get(at.group(groupId)),
            transaction.get(newestExpenses(at, groupId).limit(limits.expenses)),
            transaction.get(at.activity(groupId).orderBy('seq', 'desc').limit(limits.entries)),
          ]);
          const state = decodeGroup(group);
          if (!state) return null;
          return {
            group: state,
            expenses: present(expenses.docs.map(decodeExpense)),
            entries: present(entries.docs.map(decodeEntry)).reverse(),
          };
        },
        { readOnly: true },
      ),
  };
}

export function createInviteReader(db: Firestore): InviteReader {
  const at = paths(db);
  return { get: async (inviteId) => decodeInvite(await at.invite(inviteId).get()) };
}

/** A total order: the document's name decides between expenses of one date and moment. */
const newestExpenses = (at: Paths, groupId: string): Query =>
  at
    .expenses(groupId)
    .where('deletedAt', '==', null)
    .orderBy('date', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy(FieldPath.documentId(), 'desc');
