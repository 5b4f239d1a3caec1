import type { Expense, GroupSummary } from '@splitifyd/shared/contract';
import type { LocalDb, StoredGroup } from './local-db.ts';
import type { Notice, QueuedChange } from './queued-change.ts';
import { continues, forgettable, isFurther } from './stored-cursor.ts';

/** The twin for browsers that deny storage, and for tests. It copies what goes in and out, as a database does. */
export function createMemoryDb(): LocalDb {
  let groupList: GroupSummary[] | null = null;
  const groups = new Map<string, StoredGroup>();
  // Rows that queued changes rest on but no list has reached, as the durable twin keeps them.
  const rows = new Map<string, Map<string, Expense>>();
  const queue = new Map<string, QueuedChange>();
  const notices = new Map<string, Notice>();

  const rowsOf = (groupId: string): Map<string, Expense> => {
    const known = rows.get(groupId) ?? new Map<string, Expense>();
    rows.set(groupId, known);
    return known;
  };
  const unqueue = (ids: readonly string[]): void => {
    for (const id of ids) queue.delete(id);
  };

  return {
    readGroupList: async () => structuredClone(groupList),
    async writeGroupList(list) {
      groupList = structuredClone([...list]);
    },

    async readGroup(groupId) {
      const stored = groups.get(groupId);
      return stored ? structuredClone({ ...stored, expenses: [...rowsOf(groupId).values()] }) : null;
    },
    async writeSnapshot(snapshot, acknowledged) {
      const copy = structuredClone(snapshot);
      unqueue(acknowledged);
      const stored = groups.get(copy.group.id);
      if (stored && isFurther(stored, copy)) return;
      groups.set(copy.group.id, copy);
      rows.set(copy.group.id, new Map(copy.expenses.map((expense) => [expense.id, expense])));
    },
    async advance(step) {
      const { since, head, expenses, entries, acknowledged } = structuredClone(step);
      unqueue(acknowledged);
      const stored = groups.get(head.group.id);
      if (!stored || !continues(stored, since, head)) return;
      const held = new Set(stored.entries.map(({ seq }) => seq));
      groups.set(head.group.id, {
        ...stored,
        group: head.group,
        cursor: head.cursor,
        entries: [...stored.entries, ...entries.filter(({ seq }) => !held.has(seq))].filter(({ seq }) => seq > forgettable(head.cursor)),
      });
      for (const expense of expenses) rowsOf(head.group.id).set(expense.id, expense);
    },
    async addOlder(groupId, cursor, expenses, olderCursor) {
      const copies = structuredClone([...expenses]);
      const stored = groups.get(groupId);
      if (stored?.cursor !== cursor) return;
      groups.set(groupId, { ...stored, olderCursor });
      const held = rowsOf(groupId);
      for (const expense of copies) if (!held.has(expense.id)) held.set(expense.id, expense);
    },
    async dropGroup(groupId, refused) {
      const copies = structuredClone([...refused]);
      groups.delete(groupId);
      rows.delete(groupId);
      for (const change of [...queue.values()]) if (change.groupId === groupId) queue.delete(change.mutationId);
      for (const notice of copies) notices.set(notice.id, notice);
    },

    readQueue: async () => structuredClone([...queue.values()]),
    async enqueue(change, base) {
      const [copy, row] = structuredClone([change, base] as const);
      if (queue.has(copy.mutationId)) throw new Error('this change is queued already');
      queue.set(copy.mutationId, copy);
      const held = rowsOf(copy.groupId);
      if (row && !held.has(row.id)) held.set(row.id, row);
    },
    async acknowledge(mutationId, ackSeq) {
      const change = queue.get(mutationId);
      if (change) queue.set(mutationId, { ...change, ackSeq });
    },
    async refuse(refused) {
      const copies = structuredClone([...refused]);
      for (const notice of copies) {
        queue.delete(notice.id);
        notices.set(notice.id, notice);
      }
    },

    readNotices: async () => structuredClone([...notices.values()]),
    async removeNotice(id) {
      notices.delete(id);
    },

    async clear() {
      groupList = null;
      for (const map of [groups, rows, queue, notices]) map.clear();
    },
    close: () => {},
  };
}
