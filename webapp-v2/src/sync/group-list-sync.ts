import { type Group, type GroupSummary, summarise } from '@splitifyd/shared/contract';
import type { LocalDb, StoredGroupList } from '../local-db/local-db.ts';
import type { Clock } from '../platform/clock.ts';
import type { Call } from './api.ts';
import { hasCode, type ReadFailure, readFailureOf } from './api-error.ts';
import { byId, fetchGroupList, keepNewer } from './fetch-group-list.ts';
import { createPullLoop } from './pull-loop.ts';
import { createSubscribers, type Subscribers } from './subscribers.ts';

interface GroupListDeps {
  uid: string;
  call: Call;
  db: LocalDb;
  clock: Clock;
  random: () => number;
  /** Between the starts of two reads of the list while announcements arrive, in ms. */
  spacingMs(): number;
  /** Resolves when what is on screen has been painted. */
  afterPaint(): Promise<void>;
  /** The server's history is of another epoch than was known: a back-up may have been restored. */
  onEpoch(epoch: string): void;
  /** The server says that the reader is in this group no longer; `name` as far as it is known. */
  onLeft(groupId: string, name?: string): void;
  signal: AbortSignal;
}

/** The reader's groups, newest activity first, each as of its own head. */
export interface GroupListSync {
  /** Null until something is known. */
  groups(): readonly GroupSummary[] | null;
  /** Of the last attempt to read the list; null where it succeeded, or none has ended yet. */
  failure(): ReadFailure | null;
  changes: Pick<Subscribers, 'add'>;
  /** A group's head is said to be at `seq`. */
  poke(groupId: string, seq: number): void;
  check(): Promise<void>;
  retryNow(): void;
  /** What an open group knows of itself saves reading the list again. */
  learn(group: Group): void;
  forget(groupId: string): void;
  /** An open group was found to be ahead of the server: what is held is read anew, all of it. */
  mistrust(): void;
}

export function createGroupListSync({
  uid,
  call,
  db,
  clock,
  random,
  spacingMs,
  afterPaint,
  onEpoch,
  onLeft,
  signal,
}: GroupListDeps): GroupListSync {
  const changes = createSubscribers();
  const targets = new Map<string, number>();
  /** Announced, asked for and not in the list: a farewell to a group that was left is announced again with every other change. */
  const answered = new Map<string, number>();
  /** What became of groups while the server was being asked, null where they were left: its answer may be older. */
  const meanwhile = new Map<string, GroupSummary | null>();
  let held: StoredGroupList | null = null;
  let failure: ReadFailure | null = null;
  let isStoring = false;
  let isMistrusted = false;

  const headOf = (groupId: string): number => held?.groups.find(({ id }) => id === groupId)?.seq ?? 0;

  const loop = createPullLoop({
    clock,
    random,
    spacingMs,
    behind: () => [...targets].some(([groupId, seq]) => headOf(groupId) < seq),
    pull,
    onFailure(error) {
      failure = readFailureOf(error);
      changes.notify();
    },
    signal,
  });

  async function pull(): Promise<void> {
    await readingCache;
    const asked = new Map(targets);
    meanwhile.clear();
    const left = new Set<string>();
    const known = isMistrusted ? null : held;
    const fresh = await fetchGroupList(call, known, left, signal).catch((error: unknown) => {
      // The cursor belongs to another history: a back-up was restored, and what is held is not what is there.
      if (known && hasCode(error, 'reload-required')) return fetchGroupList(call, null, left, signal);
      throw error;
    });
    if (signal.aborted) return;
    if (!known) isMistrusted = false;
    const groups = byId(fresh.groups);
    for (const [id, group] of meanwhile) group ? keepNewer(groups, group) : groups.delete(id);
    const names = byId(held?.groups ?? []);
    const isOfAnother = held?.epoch !== fresh.epoch;
    if (isOfAnother) answered.clear();
    show({ ...fresh, groups: [...groups.values()] });
    if (isOfAnother) onEpoch(fresh.epoch);
    for (const id of left) if (!groups.has(id)) onLeft(id, names.get(id)?.name);
    // Answered, whatever the answer: a group that its reader has left is announced once more, and is not in the list.
    for (const [groupId, seq] of asked) {
      if (!groups.has(groupId)) answered.set(groupId, seq);
      if (targets.get(groupId) === seq) targets.delete(groupId);
    }
  }

  function show(next: StoredGroupList): void {
    held = { ...next, groups: next.groups.toSorted(newestActivityFirst) };
    failure = null;
    changes.notify();
    void store();
  }

  /** As often as it is shown anew before the next frame, it is stored once. */
  async function store(): Promise<void> {
    if (isStoring) return;
    isStoring = true;
    await afterPaint();
    isStoring = false;
    if (held) db.writeGroupList(held).catch(() => {});
  }

  async function readCached(): Promise<void> {
    const cached = await db.readGroupList().catch(() => null);
    if (signal.aborted || held || !cached) return;
    held = cached;
    changes.notify();
  }
  const readingCache = readCached();

  return {
    groups: () => held?.groups ?? null,
    failure: () => failure,
    changes,
    poke(groupId, seq) {
      if (seq <= (answered.get(groupId) ?? 0)) return;
      targets.set(groupId, Math.max(targets.get(groupId) ?? 0, seq));
      loop.poke();
    },
    check: loop.check,
    retryNow: loop.retryNow,
    learn(group) {
      const summary = summarise(group, uid);
      if (!summary || summary.seq <= headOf(group.id)) return;
      meanwhile.set(group.id, summary);
      if (held) show({ ...held, groups: [summary, ...held.groups.filter(({ id }) => id !== group.id)] });
    },
    mistrust() {
      isMistrusted = true;
      void loop.check();
    },
    forget(groupId) {
      meanwhile.set(groupId, null);
      if (held?.groups.some(({ id }) => id === groupId)) show({ ...held, groups: held.groups.filter(({ id }) => id !== groupId) });
    },
  };
}

function newestActivityFirst(a: GroupSummary, b: GroupSummary): number {
  return b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1);
}
