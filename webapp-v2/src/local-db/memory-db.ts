import type { Profile } from '@splitifyd/shared/contract';
import type { LedgerRow } from './ledger.ts';
import type { LocalDb, StoredGroup, StoredGroupList } from './local-db.ts';
import type { Notice, QueuedChange } from './queued-change.ts';
import { continues, forgettable, isFurther } from './stored-cursor.ts';

/** The twin for browsers that deny storage, and for tests. It copies what goes in and out, as a database does. */
export function createMemoryDb(): LocalDb {
  let profile: Profile | null = null;
  let groupList: StoredGroupList | null = null;
  const groups = new Map<string, StoredGroup>();
  // Rows that queued changes rest on but no list has reached, as the durable twin keeps them.
  const rows = new Map<string, Map<string, LedgerRow>>();
  const queue = new Map<string, QueuedChange>();
  const notices = new Map<string, Notice>();
  const drafts = new Map<string, Map<string, unknown>>();
  const names = new Map<string, string>();

  const rowsOf = (groupId: string) => inner(rows, groupId);
  const unqueue = (ids: readonly string[]): void => {
    for (const id of ids) queue.delete(id);
  };

  return {
    readProfile: async () => structuredClone(profile),
    async writeProfile(next) {
      profile = structuredClone(next);
    },

    readGroupList: async () => structuredClone(groupList),
    async writeGroupList(list) {
      groupList = structuredClone(list);
    },

    async readGroup(groupId) {
      const stored = groups.get(groupId);
      return stored ? structuredClone({ ...stored, rows: [...rowsOf(groupId).values()] }) : null;
    },
    async writeSnapshot(snapshot, acknowledged) {
      const copy = structuredClone(snapshot);
      unqueue(acknowledged);
      const stored = groups.get(copy.group.id);
      if (stored && isFurther(stored, copy)) return;
      groups.set(copy.group.id, copy);
      rows.set(copy.group.id, new Map(copy.rows.map((row) => [keyOf(row), row])));
    },
    async advance(step) {
      const { since, head, rows: changed, entries, acknowledged } = structuredClone(step);
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
      for (const row of changed) rowsOf(head.group.id).set(keyOf(row), row);
    },
    async addOlder(groupId, cursor, older) {
      const { kind, rows: added, beyond } = structuredClone(older);
      const stored = groups.get(groupId);
      if (stored?.cursor !== cursor) return;
      groups.set(groupId, { ...stored, older: { ...stored.older, [kind]: beyond } });
      for (const row of added) addRow(rowsOf(groupId), row);
    },
    async dropGroup(groupId, refused, name) {
      const copies = structuredClone([...refused]);
      if (name !== undefined) names.set(groupId, name);
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
      if (row) addRow(rowsOf(copy.groupId), row);
    },
    async withdraw(mutationId) {
      queue.delete(mutationId);
    },
    async hold(mutationId, heldUntil) {
      const change = queue.get(mutationId);
      if (change) queue.set(mutationId, { ...change, heldUntil });
    },
    async acknowledge(mutationId, ack) {
      const change = queue.get(mutationId);
      if (change) queue.set(mutationId, { ...change, ack: structuredClone(ack) });
    },
    async refuse(mutationIds, raised) {
      const copies = structuredClone([...raised]);
      unqueue(mutationIds);
      for (const notice of copies) notices.set(notice.id, notice);
    },

    readNotices: async () => structuredClone([...notices.values()]),
    async removeNotice(id) {
      notices.delete(id);
    },

    readDrafts: async (groupId) => structuredClone(drafts.get(groupId) ?? new Map()),
    async keepDraft(groupId, name, draft) {
      inner(drafts, groupId).set(name, structuredClone(draft));
    },
    async dropDraft(groupId, name) {
      drafts.get(groupId)?.delete(name);
    },
    async dropDrafts(groupId) {
      drafts.delete(groupId);
      names.delete(groupId);
    },
    countDrafts: async () => [...drafts.values()].reduce((count, { size }) => count + size, 0),
    readDroppedName: async (groupId) => names.get(groupId) ?? null,
    readDraftGroups: async () =>
      new Map([...drafts].flatMap(([groupId, { size }]) => (size > 0 ? [[groupId, names.get(groupId) ?? null]] : []))),

    atRisk: () =>
      notices.size > 0 || [...queue.values()].some(({ ack }) => ack === null) || [...drafts.values()].some(({ size }) => size > 0),

    async forgetCached() {
      profile = null;
      groupList = null;
      groups.clear();
      rows.clear();
    },
    async clear() {
      profile = null;
      groupList = null;
      for (const map of [groups, rows, queue, notices, drafts, names]) map.clear();
    },
    close: () => {},
  };
}

const keyOf = ({ kind, state }: LedgerRow): string => `${kind}/${state.id}`;

function addRow(rows: Map<string, LedgerRow>, row: LedgerRow): void {
  if (!rows.has(keyOf(row))) rows.set(keyOf(row), row);
}

function inner<Value>(outer: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = outer.get(key) ?? new Map<string, Value>();
  outer.set(key, known);
  return known;
}
