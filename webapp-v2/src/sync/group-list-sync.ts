import type { Group, GroupSummary, GroupsPage } from '@splitifyd/shared/contract';
import { LIMITS } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import type { LocalDb } from '../local-db/local-db.ts';
import type { Clock } from '../platform/clock.ts';
import type { Call } from './api.ts';
import { createPullLoop } from './pull-loop.ts';
import { createSubscribers, type Subscribers } from './subscribers.ts';

/** Between the starts of two reads of the list while announcements arrive, in ms. */
const SPACING_MS = 500;

export interface GroupListDeps {
  uid: string;
  call: Call;
  db: LocalDb;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/** The reader's groups, newest activity first, each as of its own head. */
export interface GroupListSync {
  /** Null until something is known. */
  groups(): readonly GroupSummary[] | null;
  /** Whether the last attempt to read the list failed. */
  failed(): boolean;
  changes: Pick<Subscribers, 'add'>;
  /** A group's head is said to be at `seq`. */
  poke(groupId: string, seq: number): void;
  check(): Promise<void>;
  retryNow(): void;
  /** What an open group knows of itself saves reading the list again. */
  learn(group: Group): void;
  forget(groupId: string): void;
}

export function createGroupListSync({ uid, call, db, clock, random, signal }: GroupListDeps): GroupListSync {
  const changes = createSubscribers();
  const targets = new Map<string, number>();
  let groups: readonly GroupSummary[] | null = null;
  let epoch = '';
  let failed = false;

  const headOf = (groupId: string): number => groups?.find(({ id }) => id === groupId)?.seq ?? 0;

  const loop = createPullLoop({
    clock,
    random,
    spacingMs: SPACING_MS,
    behind: () => [...targets].some(([groupId, seq]) => headOf(groupId) < seq),
    pull,
    onFailure() {
      failed = true;
      changes.notify();
    },
    signal,
  });

  async function pull(): Promise<void> {
    const asked = new Map(targets);
    const fresh = await fetchAll();
    if (signal.aborted) return;
    show(fresh.epoch === epoch ? neverBack(groups ?? [], fresh.groups) : fresh.groups);
    epoch = fresh.epoch;
    // Answered, whatever the answer: a group that its reader has left is announced once more, and is not in the list.
    for (const [groupId, seq] of asked) if (targets.get(groupId) === seq) targets.delete(groupId);
  }

  async function fetchAll(): Promise<{ groups: GroupSummary[]; epoch: string }> {
    const all: GroupSummary[] = [];
    let cursor: string | null = null;
    for (;;) {
      const page: GroupsPage = await call(
        'listGroups',
        { params: {}, query: { limit: LIMITS.pageSize, ...(cursor !== null && { cursor }) } },
        signal,
      );
      all.push(...page.groups);
      cursor = page.pagination.nextCursor;
      // A group that changes while the pages are read moves to the front and would appear twice.
      if (cursor === null) return { groups: [...new Map(all.map((group) => [group.id, group])).values()], epoch: page.metadata.epoch };
    }
  }

  function show(next: readonly GroupSummary[]): void {
    groups = [...next].sort(newestActivityFirst);
    failed = false;
    db.writeGroupList(groups).catch(() => {});
    changes.notify();
  }

  async function readCached(): Promise<void> {
    const cached = await db.readGroupList().catch(() => null);
    if (signal.aborted || groups || !cached) return;
    groups = cached;
    changes.notify();
  }
  void readCached();

  return {
    groups: () => groups,
    failed: () => failed,
    changes,
    poke(groupId, seq) {
      targets.set(groupId, Math.max(targets.get(groupId) ?? 0, seq));
      loop.poke();
    },
    check: loop.check,
    retryNow: loop.retryNow,
    learn(group) {
      const summary = summarise(group, uid);
      if (!groups || !summary || summary.seq <= headOf(group.id)) return;
      show([summary, ...groups.filter(({ id }) => id !== group.id)]);
    },
    forget(groupId) {
      if (groups?.some(({ id }) => id === groupId)) show(groups.filter(({ id }) => id !== groupId));
    },
  };
}

/** The fresh list, but a group that is known further on than it says stays as it is known [INV4]. */
function neverBack(known: readonly GroupSummary[], fresh: readonly GroupSummary[]): GroupSummary[] {
  const byId = new Map(known.map((group) => [group.id, group]));
  return fresh.map((group) => {
    const before = byId.get(group.id);
    return before && before.seq >= group.seq ? before : group;
  });
}

function newestActivityFirst(a: GroupSummary, b: GroupSummary): number {
  return b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1);
}

/** What the list would say of a group; null for who is not in it. */
function summarise(group: Group, uid: string): GroupSummary | null {
  const members = Object.values(group.members);
  const me = members.find(({ userId, status }) => userId === uid && status !== 'left');
  if (!me) return null;
  const myBalances: Record<string, Minor> = {};
  for (const [currency, balances] of Object.entries(group.balances)) {
    const mine = balances[me.id];
    if (mine) myBalances[currency] = mine;
  }
  const { id, name, currency, seq, lastActivityAt } = group;
  return {
    id,
    name,
    currency,
    memberCount: members.filter(({ status }) => status !== 'left').length,
    myMemberId: me.id,
    myBalances,
    seq,
    lastActivityAt,
  };
}
