import type { ChangesPage } from '@splitifyd/shared/contract';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { LocalDb } from '../../local-db/local-db.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Call } from '../api.ts';
import { hasCode, readFailureOf } from '../api-error.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createPullLoop } from '../pull-loop.ts';
import { fromSnapshot, fromStored } from './confirmed.ts';
import { withBases } from './fetch-bases.ts';
import { fetchSince, fetchSnapshot } from './fetch-changes.ts';
import { fetchOlder } from './fetch-older.ts';
import { createHeldState, type HeldState, idsOf } from './held-state.ts';

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
export interface Replica extends Pick<HeldState, 'status' | 'confirmed' | 'changes'> {
  /** Whether the server has been asked since the group was opened: what was announced before is no news. */
  hasCaughtUp(): boolean;
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
  const held = createHeldState({ groupId, db, outbox, afterPaint });
  const { status, confirmed } = held;
  let target = 0;
  let caughtUp = false;
  /** What is held is not what the server has: a back-up was restored, and the history grew past the cursor again. */
  let isDiverged = false;

  const loop = createPullLoop({
    clock,
    random,
    spacingMs,
    behind: () => status() !== 'gone' && (confirmed()?.cursor ?? 0) < target,
    pull,
    // What is gone stays gone: that the server cannot be reached is no news of it.
    onFailure: (error) => status() !== 'gone' && held.become(confirmed() ? 'ready' : readFailureOf(error)),
    signal,
  });

  function aim(seq: number): void {
    target = Math.max(target, seq);
  }

  async function pull(): Promise<void> {
    // However many announce that it is gone: the server was asked.
    if (status() === 'gone') return;
    const asked = target;
    try {
      await catchUp();
    } catch (error) {
      if (signal.aborted) return;
      if (hasCode(error, 'reload-required')) await reload();
      else if (hasCode(error, 'not-found')) held.forget();
      else throw error;
    }
    if (signal.aborted) return;
    caughtUp = true;
    // The server's head counts: an announcement from before a restored back-up must not be waited for.
    if (target === asked) target = Math.min(target, confirmed()?.cursor ?? 0);
  }

  async function catchUp(): Promise<void> {
    const known = isDiverged ? null : confirmed();
    const page = known && (await fetchSince(source, known.cursor, known.epoch));
    if (signal.aborted) return;
    if (known && page) held.continueWith(known.cursor, page);
    else await reload();
  }

  async function reload(): Promise<void> {
    const before = confirmed();
    const [page] = await Promise.all([fetchSnapshot(source), outbox.ready]);
    const { next, ahead } = await withBases(fromSnapshot(page), source, () => outbox.pending(groupId));
    if (signal.aborted) return;
    const now = confirmed();
    // What arrived meanwhile has overtaken it [INV4].
    if (now && now !== before && now.epoch === next.epoch && now.cursor > next.cursor) return reload();
    isDiverged = false;
    held.replace(next);
    if (ahead === 0) return;
    aim(ahead);
    loop.poke();
  }

  async function open(): Promise<void> {
    const [stored] = await Promise.all([db.readGroup(groupId).catch(() => null), outbox.ready]);
    if (signal.aborted) return;
    // It may hold changes already that an earlier visit left in the queue.
    if (stored && !confirmed()) held.confirmHeld(fromStored(stored), idsOf(stored));
    void loop.check();
  }
  void open();

  return {
    status,
    confirmed,
    hasCaughtUp: () => caughtUp,
    changes: held.changes,
    poke(seq) {
      aim(seq);
      if (status() !== 'loading') loop.poke();
    },
    check: loop.check,
    retryNow: loop.retryNow,
    receive(page) {
      if (signal.aborted) return;
      const [first] = page.entries;
      if (first && confirmed()?.entries.some(({ seq, id }) => seq === first.seq && id !== first.id)) {
        isDiverged = true;
        void loop.check();
        return;
      }
      const isNews = first !== undefined && held.continueWith(first.seq - 1, page);
      const now = confirmed();
      // No pull would follow: the change made no difference, or a snapshot brought its effect before its answer.
      if (!isNews && now?.epoch === page.epoch && now.cursor >= page.nextSince) held.confirmHeld(now, idsOf(page));
      aim(page.headSeq);
      if (now && page.epoch !== now.epoch) void loop.check();
      else loop.poke();
    },
    async loadOlder(kind) {
      const asked = confirmed()?.older[kind] ?? null;
      if (asked === null) return;
      const older = await fetchOlder(source, kind, asked.cursor);
      const now = confirmed();
      // Another list or a reload was faster: this page would leave a hole or repeat itself.
      if (signal.aborted || now?.older[kind] !== asked) return;
      aim(held.addOlder(now, older));
      loop.poke();
    },
    reload,
    leave() {
      held.forget();
      db.dropDrafts(groupId).catch(() => {});
    },
    comeBack() {
      if (status() !== 'gone') return;
      held.become('loading');
      void loop.check();
    },
  };
}
