import type { ChangesPage } from '@splitifyd/shared/contract';
import type { LedgerRow } from '../../local-db/ledger.ts';
import type { LocalDb } from '../../local-db/local-db.ts';
import type { Notice, QueuedChange } from '../../local-db/queued-change.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Call } from '../api.ts';
import type { ApiProblem } from '../api-error.ts';
import { createSubscribers, type Subscribers } from '../subscribers.ts';
import { createLanes } from './lanes.ts';
import { createNoticeBoard } from './notice-board.ts';
import type { Refusal } from './notice-of.ts';
import { confirm, heldIn, isHeld, isUnsent, type Queue, recall, release, withDependants, without } from './queue.ts';
import { sendChange } from './send-change.ts';
import { createSharedQueue } from './shared-queue.ts';

/** However long somebody thinks about taking a change back, others are told of it after this, in ms. */
const MAX_HELD_MS = 300_000;

interface OutboxDeps {
  call: Call;
  db: LocalDb;
  clock: Clock;
  random: () => number;
  /** A change was applied; `page` is the server's answer. Called before the change counts as acknowledged by anything but it. */
  onApplied(groupId: string, page: ChangesPage): void;
  /** The server refused a change of the group: it may know what this browser does not. */
  onRefused(groupId: string): void;
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
  /**
   * The reader takes their time: a change that is held back stays so for `heldMs` from now. Gives whether it does; it has to
   * be sent at last, and nothing that was sent is held.
   */
  holdOn(mutationId: string, heldMs: number): boolean;
  /** Nobody looks at the group (at any, where none is named) to undo something: what is held back goes now. */
  release(groupId?: string): void;
  /**
   * Drops what the confirmed state at a cursor holds, and tells their ids; what was acknowledged in another epoch goes again.
   * The caller tells who looks on.
   */
  confirm(groupId: string, entryIds: readonly string[], at: { cursor: number; epoch: string }): string[];
  /** The server's history is of this epoch now: what was acknowledged in another one goes again, also in groups that are not open. */
  recall(epoch: string): Promise<void>;
  /** Takes over what other tabs of the account have queued or finished. */
  reread(): Promise<void>;
  /** The group is gone for this reader: each change that was not sent becomes a notice, and its data are forgotten, drafts excepted. */
  drop(groupId: string, groupName?: string): void;
  dismiss(noticeId: string): void;
  retryNow(): void;
}

/**
 * What leaves the queue, and when, says `queue.ts`; what of it lasts, `shared-queue.ts`; when what is sent, `lanes.ts`; what the
 * user hears of it, `notice-of.ts`. Here they meet.
 */
export function createOutbox({ call, db, clock, random, onApplied, onRefused, signal }: OutboxDeps): Outbox {
  const subscribers = createSubscribers();
  const queue = createSharedQueue(db);
  const board = createNoticeBoard(db);

  const ready = load();
  const lanes = createLanes({
    queue: queue.now,
    ready,
    async isWanted({ mutationId }) {
      if (queue.isShared(mutationId)) await reread();
      return queue.now().some((change) => change.mutationId === mutationId && isUnsent(change) && !isHeld(change, clock.now()));
    },
    deliver,
    refuse,
    onUnheld: subscribers.notify,
    clock,
    random,
    signal,
  });

  async function load(): Promise<void> {
    await Promise.all([queue.ready, board.restore()]);
    if (signal.aborted) return;
    subscribers.notify();
    for (const { groupId } of queue.now()) lanes.drain(groupId);
  }

  async function reread(): Promise<void> {
    const joined = await queue.reread();
    if (joined === null || signal.aborted) return;
    subscribers.notify();
    for (const { groupId } of joined) lanes.drain(groupId);
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

  /** The change stays in the view until the confirmed state holds it; dropping it now would make its row flicker [INV7]. */
  function settle({ mutationId, groupId }: QueuedChange, page: ChangesPage): void {
    const seq = page.entries.find(({ id }) => id === mutationId)?.seq ?? page.nextSince;
    queue.acknowledge(mutationId, { seq, epoch: page.epoch });
    onApplied(groupId, page);
    subscribers.notify();
  }

  /** Later changes of the same entity were made on top of the refused one: sent now, they could overwrite what nobody saw [INV9]. */
  function refuse(refused: QueuedChange, problem: ApiProblem): void {
    const lost = withDependants(queue.now(), refused);
    const raised = replaceByNotices(lost, problem);
    db.refuse(
      lost.map(({ mutationId }) => mutationId),
      raised,
    ).catch(() => {});
    onRefused(refused.groupId);
  }

  function replaceByNotices(lost: Queue, refusal: Refusal): Notice[] {
    if (lost.length === 0) return [];
    queue.become(without(queue.now(), new Set(lost.map(({ mutationId }) => mutationId))));
    const raised = board.post(lost.filter(isUnsent), refusal);
    subscribers.notify();
    return raised;
  }

  function sendAgain(recalled: Queue): void {
    for (const { mutationId, groupId } of recalled) {
      queue.forgetAck(mutationId);
      lanes.drain(groupId);
    }
  }

  return {
    ready,
    reread,
    pending: (groupId) => queue.now().filter((change) => change.groupId === groupId),
    notices: board.of,
    unsent: () => queue.now().filter(isUnsent).length,
    changes: subscribers,
    answer: lanes.answer,
    enqueue(change, base) {
      queue.add(change, base);
      subscribers.notify();
      lanes.drain(change.groupId);
    },
    undoable: (groupId) => heldIn(queue.now(), groupId, clock.now()),
    undo(mutationId) {
      const undone = queue.now().find((change) => change.mutationId === mutationId && isHeld(change, clock.now()));
      if (!undone) return;
      queue.withdraw(mutationId);
      subscribers.notify();
      lanes.drain(undone.groupId);
    },
    holdOn(mutationId, heldMs) {
      const now = clock.now();
      const held = queue.now().find((change) => change.mutationId === mutationId && isHeld(change, now));
      if (!held || now + heldMs > held.queuedAt + MAX_HELD_MS) return false;
      queue.hold(mutationId, now + heldMs);
      return true;
    },
    release(groupId) {
      const freed = release(queue.now(), clock.now(), groupId);
      if (freed.groups.size === 0) return;
      queue.become(freed.queue);
      subscribers.notify();
      for (const id of freed.groups) lanes.drain(id);
    },
    confirm(groupId, entryIds, at) {
      const { queue: next, confirmed, recalled } = confirm(queue.now(), groupId, entryIds, at);
      queue.become(next);
      sendAgain(recalled);
      return confirmed;
    },
    async recall(epoch) {
      await ready;
      const { queue: next, recalled } = recall(queue.now(), epoch);
      queue.become(next);
      sendAgain(recalled);
    },
    drop(groupId, groupName) {
      const lost = queue.now().filter((change) => change.groupId === groupId);
      const raised = replaceByNotices(lost, { code: 'not-found', ...(groupName !== undefined && { groupName }) });
      db.dropGroup(groupId, raised, groupName).catch(() => {});
    },
    dismiss(noticeId) {
      board.dismiss(noticeId);
      subscribers.notify();
    },
    retryNow: lanes.retryNow,
  };
}
