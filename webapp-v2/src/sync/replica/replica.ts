import type { ChangesPage } from '@splitifyd/shared/contract';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { Advance, LocalDb } from '../../local-db/local-db.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Call } from '../api.ts';
import { hasCode } from '../api-error.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createPullLoop } from '../pull-loop.ts';
import { createSubscribers, type Subscribers } from '../subscribers.ts';
import { addOlder, advance, type Confirmed, fromSnapshot, fromStored, toStored } from './confirmed.ts';
import { withBases } from './fetch-bases.ts';
import { fetchSince, fetchSnapshot } from './fetch-changes.ts';
import { fetchOlder } from './fetch-older.ts';
import { createStoring, type Store } from './storing.ts';

/** `failed`: nothing to show yet, and the last attempt to get it failed; it goes on trying. `gone`: there is no such group for this reader. */
export type ReplicaStatus = 'loading' | 'ready' | 'failed' | 'gone';

interface ReplicaDeps {
  groupId: string;
  call: Call;
  db: LocalDb;
  outbox: Pick<Outbox, 'ready' | 'pending' | 'confirm' | 'drop'>;
  clock: Clock;
  random: () => number;
  /** Between the starts of two pulls while announcements arrive, in ms. */
  spacingMs(): number;
  /** Resolves when what is on screen has been painted. */
  afterPaint(): Promise<void>;
  /** The group is open until this aborts; what arrives later changes nothing. */
  signal: AbortSignal;
}

/** One open group's confirmed state, which follows the server by pulling. */
export interface Replica {
  status(): ReplicaStatus;
  confirmed(): Confirmed | null;
  /** Whether the server has been asked since the group was opened: what was announced before is no news. */
  hasCaughtUp(): boolean;
  /** Told after every change of the two; the outbox has dropped by then what the new state holds. */
  changes: Pick<Subscribers, 'add'>;
  /** The head is said to be at `seq`. */
  poke(seq: number): void;
  /** Asks the server once more, whatever was announced. */
  check(): Promise<void>;
  retryNow(): void;
  /** The answer to a mutation of this browser. Where it continues the cursor no pull is needed. */
  receive(page: ChangesPage): void;
  /** Fetches the next older rows of a kind, if there are any. @throws ApiProblem, Unreachable */
  loadOlder(kind: EntityKind): Promise<void>;
  /** Throws away what is held and fetches it anew. @throws ApiProblem, Unreachable */
  reload(): Promise<void>;
  /** The reader has left or deleted the group, and has the server's word for it. */
  leave(): void;
  /** The server says that the reader is in the group (again). */
  comeBack(): void;
}

export function createReplica({ groupId, call, db, outbox, clock, random, spacingMs, afterPaint, signal }: ReplicaDeps): Replica {
  const source = { call, groupId, signal };
  const changes = createSubscribers();
  let status: ReplicaStatus = 'loading';
  let confirmed: Confirmed | null = null;
  let target = 0;
  let caughtUp = false;
  /** What is held is not what the server has: a back-up was restored, and the history grew past the cursor again. */
  let isDiverged = false;
  const storing = createStoring({ db, afterPaint, isGone: () => status === 'gone' });

  const loop = createPullLoop({
    clock,
    random,
    spacingMs,
    behind: () => status !== 'gone' && (confirmed?.cursor ?? 0) < target,
    pull,
    // What is gone stays gone: that the server cannot be reached is no news of it.
    onFailure: () => status !== 'gone' && become(confirmed ? 'ready' : 'failed'),
    signal,
  });

  function become(next: ReplicaStatus): void {
    if (status === next) return;
    status = next;
    changes.notify();
  }

  /** The state in memory leads, and is stored when it is on screen. */
  function show(next: Confirmed, entryIds: readonly string[], step: Store): void {
    confirmed = next;
    status = 'ready';
    const acknowledged = outbox.confirm(groupId, entryIds, next);
    changes.notify();
    storing.keep(next, acknowledged, step);
  }

  function replace(next: Confirmed): void {
    show(next, idsOf(next), (acknowledged) => db.writeSnapshot(toStored(next), acknowledged));
  }

  /** Whether it continued the cursor. */
  function continueWith(since: number, page: ChangesPage): boolean {
    const advanced = confirmed && advance(confirmed, since, page);
    if (advanced) show(advanced.next, idsOf(page), (acknowledged) => db.advance({ ...advanced.step, acknowledged }));
    return advanced !== null;
  }

  /** Drops from the queue what `held` has already; nothing else of it changes. */
  function confirmHeld(held: Confirmed, entryIds: readonly string[]): void {
    const here: Omit<Advance, 'acknowledged'> = { since: held.cursor, head: held, rows: [], entries: [] };
    show(held, entryIds, async (acknowledged) => {
      if (acknowledged.length > 0) await db.advance({ ...here, acknowledged });
    });
  }

  async function pull(): Promise<void> {
    // However many announce that it is gone: the server was asked.
    if (status === 'gone') return;
    const asked = target;
    try {
      const since = confirmed?.cursor ?? 0;
      const page = confirmed && !isDiverged && (await fetchSince(source, since, confirmed.epoch));
      if (signal.aborted) return;
      if (page) continueWith(since, page);
      else await reload();
    } catch (error) {
      if (signal.aborted) return;
      if (hasCode(error, 'reload-required')) await reload();
      else if (hasCode(error, 'not-found')) forget();
      else throw error;
    }
    caughtUp = true;
    // The server's head counts: an announcement from before a restored back-up must not be waited for.
    if (target === asked) target = Math.min(target, confirmed?.cursor ?? 0);
  }

  async function reload(): Promise<void> {
    const before = confirmed;
    const [page] = await Promise.all([fetchSnapshot(source), outbox.ready]);
    const { next, ahead } = await withBases(fromSnapshot(page), source, () => outbox.pending(groupId));
    if (signal.aborted) return;
    // What arrived meanwhile has overtaken it [INV4].
    if (confirmed && confirmed !== before && confirmed.epoch === next.epoch && confirmed.cursor > next.cursor) return reload();
    isDiverged = false;
    replace(next);
    if (ahead === 0) return;
    target = Math.max(target, ahead);
    loop.poke();
  }

  function forget(): void {
    const name = confirmed?.group.name;
    confirmed = null;
    outbox.drop(groupId, name);
    become('gone');
  }

  async function open(): Promise<void> {
    const [stored] = await Promise.all([db.readGroup(groupId).catch(() => null), outbox.ready]);
    if (signal.aborted) return;
    if (stored && !confirmed) {
      // It may hold changes already that an earlier visit left in the queue.
      confirmHeld(fromStored(stored), idsOf(stored));
    }
    void loop.check();
  }
  void open();

  return {
    status: () => status,
    confirmed: () => confirmed,
    hasCaughtUp: () => caughtUp,
    changes,
    poke(seq) {
      target = Math.max(target, seq);
      if (status !== 'loading') loop.poke();
    },
    check: loop.check,
    retryNow: loop.retryNow,
    receive(page) {
      if (signal.aborted) return;
      const [first] = page.entries;
      if (first && confirmed?.entries.some(({ seq, id }) => seq === first.seq && id !== first.id)) {
        isDiverged = true;
        void loop.check();
        return;
      }
      const isNews = first !== undefined && continueWith(first.seq - 1, page);
      // No pull would follow: the change made no difference, or a snapshot brought its effect before its answer.
      if (!isNews && confirmed?.epoch === page.epoch && confirmed.cursor >= page.nextSince) confirmHeld(confirmed, idsOf(page));
      target = Math.max(target, page.headSeq);
      if (confirmed && page.epoch !== confirmed.epoch) void loop.check();
      else loop.poke();
    },
    async loadOlder(kind) {
      const asked = confirmed?.older[kind] ?? null;
      if (asked === null) return;
      const older = await fetchOlder(source, kind, asked.cursor);
      // Another list or a reload was faster: this page would leave a hole or repeat itself.
      if (signal.aborted || confirmed?.older[kind] !== asked) return;
      const { next, added, ahead } = addOlder(confirmed, older);
      show(next, [], () => db.addOlder(groupId, next.cursor, { ...older, rows: added }));
      target = Math.max(target, ahead);
      loop.poke();
    },
    reload,
    leave() {
      forget();
      db.dropDrafts(groupId).catch(() => {});
    },
    comeBack() {
      if (status !== 'gone') return;
      become('loading');
      void loop.check();
    },
  };
}

const idsOf = ({ entries }: { entries: readonly { id: string }[] }): string[] => entries.map(({ id }) => id);
