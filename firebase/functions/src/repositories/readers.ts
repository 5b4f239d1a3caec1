import type { Firestore, Query, QuerySnapshot } from 'firebase-admin/firestore';
import type {
  ActivityReader,
  DatedPosition,
  ExpenseReader,
  GroupReader,
  InviteReader,
  SettlementReader,
  StoredGroup,
} from '../services/ports.ts';
import { decodeEntry, decodeExpense, decodeGroup, decodeInvite, decodeSettlement, present } from './documents.ts';
import { inTurns } from './in-turns.ts';
import { paths } from './paths.ts';
import { queries } from './queries.ts';

export function createGroupReader(db: Firestore): GroupReader {
  const at = paths(db);
  const query = queries(db);
  return {
    get: async (groupId) => decodeGroup(await at.group(groupId).get()),

    async listOf(userId, limit, after) {
      const ordered = query.groupsOfNewestFirst(userId).limit(limit);
      const page = await (after ? ordered.startAfter(after.lastActivityAt, after.id) : ordered).get();
      return groupsOf(page);
    },

    async changedSince(userId, { at: time, id }, limit) {
      const ordered = query.groupsOfOldestFirst(userId).limit(limit);
      const page = await (id === null ? ordered.startAt(time) : ordered.startAfter(time, id)).get();
      return groupsOf(page);
    },

    async countOf(userId) {
      const counted = await query.groupsOf(userId).count().get();
      return counted.data().count;
    },
  };
}

/** A group weighs what it has places. */
const groupsOf = async ({ docs }: QuerySnapshot): Promise<StoredGroup[]> =>
  present(await inTurns(docs, decodeGroup, (group) => Object.keys(group?.members ?? {}).length));

export function createExpenseReader(db: Firestore): ExpenseReader {
  const at = paths(db);
  return {
    get: async (groupId, expenseId) => decodeExpense(await at.expense(groupId, expenseId).get()),

    async list(groupId, limit, after) {
      const page = await pageOf(queries(db).newestExpenses(groupId), limit, after).get();
      return present(page.docs.map(decodeExpense));
    },
  };
}

export function createSettlementReader(db: Firestore): SettlementReader {
  return {
    async list(groupId, limit, after) {
      const page = await pageOf(queries(db).newestSettlements(groupId), limit, after).get();
      return present(page.docs.map(decodeSettlement));
    },
  };
}

export function createActivityReader(db: Firestore): ActivityReader {
  const at = paths(db);
  const query = queries(db);
  return {
    async newest(groupId, below, limit) {
      const found = await query.activityBelow(groupId, below).limit(limit).get();
      return present(found.docs.map(decodeEntry));
    },

    async after(groupId, since, limit) {
      const found = await query.activityAfter(groupId, since).limit(limit).get();
      return present(found.docs.map(decodeEntry));
    },

    snapshot: (groupId, limits) =>
      db.runTransaction(
        async (transaction) => {
          const [group, expenses, settlements, entries] = await Promise.all([
            transaction.get(at.group(groupId)),
            transaction.get(query.newestExpenses(groupId).limit(limits.expenses)),
            transaction.get(query.newestSettlements(groupId).limit(limits.settlements)),
            transaction.get(query.newestActivity(groupId).limit(limits.entries)),
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

    async named(inviteIds) {
      if (inviteIds.length === 0) return [];
      return present((await db.getAll(...inviteIds.map(at.invite))).map(decodeInvite));
    },
  };
}

function pageOf(ordered: Query, limit: number, after: DatedPosition | null): Query {
  const limited = ordered.limit(limit);
  return after ? limited.startAfter(after.date, after.createdAt, after.id) : limited;
}
