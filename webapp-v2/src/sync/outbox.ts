import type { ChangesPage } from '@splitifyd/shared/contract';
import type { LedgerRow } from '../local-db/ledger.ts';
import type { LocalDb } from '../local-db/local-db.ts';
import type { Notice, QueuedChange } from '../local-db/queued-change.ts';
import type { Clock } from '../platform/clock.ts';
import type { Call } from './api.ts';
import { ApiProblem, isTransient } from './api-error.ts';
import { fullJitter } from './backoff.ts';
import { noticeOf } from './notice-of.ts';
import { sendChange } from './send-change.ts';
import { createSubscribers, type Subscribers } from './subscribers.ts';

export interface OutboxDeps {
  call: Call;
  db: LocalDb;
  clock: Clock;
  random: () => number;
  /** A change was applied; `page` is the server's answer. Called before the change counts as acknowledged by anything but it. */
  onApplied(groupId: string, page: ChangesPage): void;
  signal: AbortSignal;
}

/** The changes on their way to the server, and the refused ones that the user has not seen yet. */
export interface Outbox {
  /** Resolves when what an earlier visit left has been read. */
  ready: Promise<void>;
  pending(groupId: string): readonly QueuedChange[];
  /** Of a group, or of all where none is named. */
  notices(groupId?: string): readonly Notice[];
  /** How many changes of all groups the server has not answered yet. */
  unsent(): number;
  changes: Pick<Subscribers, 'add'>;
  /** Resolves when the change of the group that is being sent has been answered; null while none is. */
  answer(groupId: string): Promise<void> | null;
  /** Adds a change, at once in memory and then, with the row it rests on, in the database. */
  enqueue(change: QueuedChange, base: LedgerRow | null): void;
  /** Those of a group that are held back still. */
  undoable(groupId: string): readonly QueuedChange[];
  /** Takes back a change that is held back still; of any other nothing is undone. */
  undo(mutationId: string): void;
  /** Nobody looks at the group (at any, where none is named) to undo something: what is held back goes now. */
  release(groupId?: string): void;
  /** Drops what the confirmed state at `cursor` holds, and tells their ids. The caller tells who looks on. */
  confirm(groupId: string, entryIds: readonly string[], cursor: number): string[];
  /** The group is gone for this reader: each of its changes becomes a notice, and its data are forgotten. */
  drop(groupId: string): void;
  dismiss(noticeId: string): void;
  retryNow(): void;
}

/**
 * Each group has a lane in which changes go one after another in the order of queueing; lanes are independent. Who is held
 * back is overtaken, but never by a change of the same entity [INV3]. A change is sent again and again under the same id
 * until the server has answered, so it happens once [INV2].
 */
export function createOutbox({ call, db, clock, random, onApplied, signal }: OutboxDeps): Outbox {
  const subscribers = createSubscribers();
  const stored = new Map<string, Promise<void>>();
  const draining = new Set<string>();
  const sending = new Map<string, Promise<void>>();
  const naps = new Set<AbortController>();
  const holds = new Map<string, AbortController>();
  let queue: QueuedChange[] = [];
  let notices: Notice[] = [];

  const ready = load();

  async function load(): Promise<void> {
    try {
      const [earlier, told] = await Promise.all([db.readQueue(), db.readNotices()]);
      queue = [...earlier, ...queue];
      notices = [...told, ...notices];
    } catch {
      // Without a readable database this visit begins with an empty queue.
    }
    if (signal.aborted) return;
    subscribers.notify();
    for (const { groupId } of queue) drain(groupId);
  }

  const isHeld = ({ heldUntil }: QueuedChange) => heldUntil > clock.now();
  const waitingIn = (groupId: string) => queue.filter((change) => change.groupId === groupId && change.ackSeq === null);
  const isWaiting = ({ mutationId }: QueuedChange) => queue.some((other) => other.mutationId === mutationId && other.ackSeq === null);

  function nextOf(groupId: string): QueuedChange | undefined {
    const waiting = waitingIn(groupId);
    return waiting.find((change) => !isHeld(change) && waiting.find(({ entityId }) => entityId === change.entityId) === change);
  }

  function drain(groupId: string): void {
    holds.get(groupId)?.abort();
    if (draining.has(groupId) || signal.aborted) return;
    draining.add(groupId);
    void work(groupId);
  }

  async function work(groupId: string): Promise<void> {
    let failures = 0;
    await ready;
    while (!signal.aborted) {
      const change = nextOf(groupId);
      if (!change) {
        if (waitingIn(groupId).length === 0) break;
        await hold(groupId);
        continue;
      }
      await stored.get(change.mutationId);
      if (signal.aborted) return;
      if (!isWaiting(change)) continue;
      const delivery = deliver(change);
      sending.set(
        groupId,
        delivery.then(() => {}),
      );
      const error = await delivery;
      sending.delete(groupId);
      if (error === null) {
        failures = 0;
      } else if (signal.aborted) {
        return;
      } else if (error instanceof ApiProblem && !isTransient(error)) {
        if (isWaiting(change)) refuse(change, error);
      } else {
        failures += 1;
        await nap((error instanceof ApiProblem && error.retryAfterMs) || fullJitter(failures, random));
      }
    }
    draining.delete(groupId);
  }

  async function deliver(change: QueuedChange): Promise<unknown> {
    try {
      const page = await sendChange(call, change, signal);
      if (!signal.aborted) settle(change, page);
      return null;
    } catch (error) {
      return error;
    }
  }

  async function nap(ms: number): Promise<void> {
    const early = new AbortController();
    naps.add(early);
    await clock.sleep(ms, AbortSignal.any([signal, early.signal]));
    naps.delete(early);
  }

  /** Waits until the first change that is held back may go, or the queue of the group is another one. */
  async function hold(groupId: string): Promise<void> {
    const early = new AbortController();
    holds.set(groupId, early);
    const until = Math.min(
      ...waitingIn(groupId)
        .filter(isHeld)
        .map(({ heldUntil }) => heldUntil),
    );
    await clock.sleep(until - clock.now(), AbortSignal.any([signal, early.signal]));
    holds.delete(groupId);
    // It cannot be undone any more.
    if (!signal.aborted) subscribers.notify();
  }

  /** The change stays in the view until the confirmed state holds it; dropping it now would make its row flicker [INV7]. */
  function settle({ mutationId, groupId }: QueuedChange, page: ChangesPage): void {
    const ackSeq = page.entries.find(({ id }) => id === mutationId)?.seq ?? page.nextSince;
    queue = queue.map((change) => (change.mutationId === mutationId ? { ...change, ackSeq } : change));
    db.acknowledge(mutationId, ackSeq).catch(() => {});
    onApplied(groupId, page);
    subscribers.notify();
  }

  /** Later changes of the same entity were made on top of the refused one: sent now, they could overwrite what nobody saw [INV9]. */
  function refuse(refused: QueuedChange, { code, current }: ApiProblem): void {
    const position = queue.findIndex(({ mutationId }) => mutationId === refused.mutationId);
    const dependants = queue
      .slice(position + 1)
      .filter((later) => later.groupId === refused.groupId && later.entityId === refused.entityId);
    const told = [refused, ...dependants].map((change) => noticeOf(change, code, current));
    replaceByNotices(told);
    db.refuse(told).catch(() => {});
  }

  function replaceByNotices(told: readonly Notice[]): void {
    const ids = new Set(told.map(({ id }) => id));
    queue = queue.filter(({ mutationId }) => !ids.has(mutationId));
    notices = [...notices, ...told];
    subscribers.notify();
  }

  return {
    ready,
    pending: (groupId) => queue.filter((change) => change.groupId === groupId),
    notices: (groupId) => notices.filter((notice) => groupId === undefined || notice.groupId === groupId),
    unsent: () => queue.filter(({ ackSeq }) => ackSeq === null).length,
    changes: subscribers,
    answer: (groupId) => sending.get(groupId) ?? null,
    enqueue(change, base) {
      queue = [...queue, change];
      // Should the database refuse, the change lives in memory: shown and sent, or lost together with the page.
      stored.set(
        change.mutationId,
        ready.then(() => db.enqueue(change, base)).catch(() => {}),
      );
      subscribers.notify();
      drain(change.groupId);
    },
    undoable: (groupId) => waitingIn(groupId).filter(isHeld),
    undo(mutationId) {
      const undone = queue.find((change) => change.mutationId === mutationId && change.ackSeq === null && isHeld(change));
      if (!undone) return;
      queue = queue.filter((change) => change !== undone);
      void stored.get(mutationId)?.then(() => db.withdraw(mutationId).catch(() => {}));
      subscribers.notify();
      drain(undone.groupId);
    },
    release(groupId) {
      const isFreed = (change: QueuedChange) => (groupId === undefined || change.groupId === groupId) && isHeld(change);
      const freed = new Set(queue.filter(isFreed).map((change) => change.groupId));
      queue = queue.map((change) => (isFreed(change) ? { ...change, heldUntil: 0 } : change));
      if (freed.size > 0) subscribers.notify();
      for (const id of freed) drain(id);
    },
    confirm(groupId, entryIds, cursor) {
      const known = new Set(entryIds);
      const isConfirmed = (change: QueuedChange) =>
        change.groupId === groupId && (known.has(change.mutationId) || (change.ackSeq !== null && change.ackSeq <= cursor));
      const confirmed = queue.filter(isConfirmed).map(({ mutationId }) => mutationId);
      if (confirmed.length > 0) queue = queue.filter((change) => !isConfirmed(change));
      return confirmed;
    },
    drop(groupId) {
      const lost = queue.filter((change) => change.groupId === groupId);
      const told = lost.map((change) => noticeOf(change, 'not-found', undefined));
      replaceByNotices(told);
      db.dropGroup(groupId, told).catch(() => {});
    },
    dismiss(noticeId) {
      notices = notices.filter(({ id }) => id !== noticeId);
      db.removeNotice(noticeId).catch(() => {});
      subscribers.notify();
    },
    retryNow() {
      for (const early of naps) early.abort();
    },
  };
}
