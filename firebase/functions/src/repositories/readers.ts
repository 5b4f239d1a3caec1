import { type GroupSummary, summarise } from '@splitifyd/shared/contract';
import type { Firestore, Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { ActivityReader, DatedPosition, ExpenseReader, GroupReader, InviteReader, SettlementReader } from '../services/ports.ts';
import { decodeEntry, decodeExpense, decodeGroup, decodeInvite, decodeSettlement, present } from './documents.ts';
import { paths } from './paths.ts';
import { queries } from './queries.ts';
import { createTurns } from './turns.ts';

export function createGroupReader(db: Firestore): GroupReader {
  const at = paths(db);
  const query = queries(db);
  return {
    get: async (groupId) => decodeGroup(await at.group(groupId).get()),

    async listOf(userId, limit, after) {
      const ordered = query.groupsOfNewestFirst(userId).limit(limit);
      return summariesOf(after ? ordered.startAfter(after.lastActivityAt, after.id) : ordered, userId);
    },

    async changedSince(userId, { at: time, id }, limit) {
      const ordered = query.groupsOfOldestFirst(userId).limit(limit);
      return summariesOf(id === null ? ordered.startAt(time) : ordered.startAfter(time, id), userId);
    },

    async countOf(userId) {
      const counted = await query.groupsOf(userId).count().get();
      return counted.data().count;
    },
  };
}

/**
 * What an account is told of its groups. Each group is let go of when it has been summed up: a hundred of the largest together would weigh
 * some 100 MB.
 */
async function summariesOf(groups: Query, userId: string): Promise<GroupSummary[]> {
  const summaries: GroupSummary[] = [];
  const turn = createTurns();
  for await (const snapshot of groups.stream() as unknown as AsyncIterable<QueryDocumentSnapshot>) {
    const group = decodeGroup(snapshot);
    const summary = group && summarise(group, userId);
    if (summary) summaries.push(summary);
    await turn(Object.keys(group?.members ?? {}).length);
  }
  return summaries;
}

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
