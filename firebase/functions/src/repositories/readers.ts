import { type CollectionReference, FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import type { ActivityReader, DatedPosition, ExpenseReader, GroupReader, InviteReader, SettlementReader } from '../services/ports.ts';
import { decodeEntry, decodeExpense, decodeGroup, decodeInvite, decodeSettlement, present } from './documents.ts';
import { paths } from './paths.ts';

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

    async changedSince(userId, { at: time, id }, limit) {
      const ordered = groupsOf(userId).orderBy('lastActivityAt').orderBy(FieldPath.documentId()).limit(limit);
      const page = await (id === null ? ordered.startAt(time) : ordered.startAfter(time, id)).get();
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
      const page = await pageOf(newest(at.expenses(groupId)), limit, after).get();
      return present(page.docs.map(decodeExpense));
    },
  };
}

export function createSettlementReader(db: Firestore): SettlementReader {
  const at = paths(db);
  return {
    async list(groupId, limit, after) {
      const page = await pageOf(newest(at.settlements(groupId)), limit, after).get();
      return present(page.docs.map(decodeSettlement));
    },
  };
}

export function createActivityReader(db: Firestore): ActivityReader {
  const at = paths(db);
  return {
    async newest(groupId, below, limit) {
      const found = await at.activity(groupId).where('seq', '<', below).orderBy('seq', 'desc').limit(limit).get();
      return present(found.docs.map(decodeEntry));
    },

    async after(groupId, since, limit) {
      const found = await at.activity(groupId).where('seq', '>', since).orderBy('seq').limit(limit).get();
      return present(found.docs.map(decodeEntry));
    },

    snapshot: (groupId, limits) =>
      db.runTransaction(
        async (transaction) => {
          const [group, expenses, settlements, entries] = await Promise.all([
            transaction.get(at.group(groupId)),
            transaction.get(newest(at.expenses(groupId)).limit(limits.expenses)),
            transaction.get(newest(at.settlements(groupId)).limit(limits.settlements)),
            transaction.get(at.activity(groupId).orderBy('seq', 'desc').limit(limits.entries)),
          ]);
          const state = decodeGroup(group);
          if (!state) return null;
          return {
            group: state,
            expenses: present(expenses.docs.map(decodeExpense)),
            settlements: present(settlements.docs.map(decodeSettlement)),
            entries: present(entries.docs.map(decodeEntry)).reverse(),
          };
        },
        { readOnly: true },
      ),
  };
}

export function createInviteReader(db: Firestore): InviteReader {
  const at = paths(db);
  return {
    get: async (inviteId) => decodeInvite(await at.invite(inviteId).get()),

    async listOpen(groupId, now, limit) {
      const ofGroup = at.invites().where('groupId', '==', groupId).where('revokedAt', '==', null);
      const open = await ofGroup.where('expiresAt', '>', now).orderBy('expiresAt', 'desc').limit(limit).get();
      return present(open.docs.map(decodeInvite));
    },
  };
}

/** A total order: the document's name decides between rows of one date and moment. */
const newest = (rows: CollectionReference): Query =>
  rows.where('deletedAt', '==', null).orderBy('date', 'desc').orderBy('createdAt', 'desc').orderBy(FieldPath.documentId(), 'desc');

function pageOf(ordered: Query, limit: number, after: DatedPosition | null): Query {
  const limited = ordered.limit(limit);
  return after ? limited.startAfter(after.date, after.createdAt, after.id) : limited;
}
