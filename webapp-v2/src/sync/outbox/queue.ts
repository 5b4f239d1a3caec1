import type { Ack, QueuedChange } from '../../local-db/queued-change.ts';

/** Changes of all groups in the order in which they were queued. Each step gives the queue after it; who did not change stays the same object. */
export type Queue = readonly QueuedChange[];

/** Not answered by the server yet. */
export const isUnsent = ({ ack }: QueuedChange): boolean => ack === null;

/** Before it was queued nothing is held: a clock that was set back since must not hold it for hours. */
export const isHeld = ({ ack, queuedAt, heldUntil }: QueuedChange, now: number): boolean =>
  ack === null && queuedAt <= now && now < heldUntil;

export const unsentIn = (queue: Queue, groupId: string): Queue => queue.filter((change) => change.groupId === groupId && isUnsent(change));

export const heldIn = (queue: Queue, groupId: string, now: number): Queue =>
  queue.filter((change) => change.groupId === groupId && isHeld(change, now));

/** What a group sends next. Who is held back is overtaken, but never by a change of the same entity [INV3]. */
export function nextOf(queue: Queue, groupId: string, now: number): QueuedChange | undefined {
  const unsent = unsentIn(queue, groupId);
  return unsent.find((change) => !isHeld(change, now) && unsent.find(({ entityId }) => entityId === change.entityId) === change);
}

export const acknowledge = (queue: Queue, mutationId: string, ack: Ack): Queue =>
  queue.map((change) => (change.mutationId === mutationId ? { ...change, ack } : change));

export const without = (queue: Queue, ids: ReadonlySet<string>): Queue => queue.filter(({ mutationId }) => !ids.has(mutationId));

/** A change is held back until another moment. */
export const hold = (queue: Queue, mutationId: string, heldUntil: number): Queue =>
  queue.map((change) => (change.mutationId === mutationId ? { ...change, heldUntil } : change));

/** Nobody takes back any more what was held back in the group, or in any where none is named. */
export function release(queue: Queue, now: number, groupId?: string): { queue: Queue; groups: ReadonlySet<string> } {
  const isFreed = (change: QueuedChange) => (groupId === undefined || change.groupId === groupId) && isHeld(change, now);
  const groups = new Set(queue.filter(isFreed).map((change) => change.groupId));
  return { queue: queue.map((change) => (isFreed(change) ? { ...change, heldUntil: 0 } : change)), groups };
}

/**
 * What the confirmed state of a group at a cursor holds leaves the queue. An acknowledgement of another epoch says nothing of
 * this one: a back-up was restored, perhaps one without the change, so it is sent again under its id [INV2].
 */
export function confirm(
  queue: Queue,
  groupId: string,
  entryIds: readonly string[],
  at: { cursor: number; epoch: string },
): { queue: Queue; confirmed: string[]; recalled: Queue } {
  const known = new Set(entryIds);
  const isConfirmed = ({ mutationId, ack }: QueuedChange) =>
    known.has(mutationId) || (ack !== null && ack.epoch === at.epoch && ack.seq <= at.cursor);
  const confirmed: string[] = [];
  const recalled: QueuedChange[] = [];
  const rest = queue.flatMap((change) => {
    if (change.groupId !== groupId) return [change];
    if (isConfirmed(change)) {
      confirmed.push(change.mutationId);
      return [];
    }
    if (change.ack === null || change.ack.epoch === at.epoch) return [change];
    recalled.push(change);
    return [{ ...change, ack: null }];
  });
  return { queue: confirmed.length > 0 || recalled.length > 0 ? rest : queue, confirmed, recalled };
}

/** What was acknowledged in another epoch than this is not acknowledged, of all groups: most of them nobody has open. */
export function recall(queue: Queue, epoch: string): { queue: Queue; recalled: Queue } {
  const isRecalled = ({ ack }: QueuedChange) => ack !== null && ack.epoch !== epoch;
  return { queue: queue.map((change) => (isRecalled(change) ? { ...change, ack: null } : change)), recalled: queue.filter(isRecalled) };
}

/** A change with those that were made on top of it: later ones of the same entity. */
export function withDependants(queue: Queue, first: QueuedChange): Queue {
  const position = queue.findIndex(({ mutationId }) => mutationId === first.mutationId);
  return queue.slice(position).filter(({ groupId, entityId }) => groupId === first.groupId && entityId === first.entityId);
}

/**
 * The queue as the database has it now, where other tabs write too: what one of them has finished or taken back is gone
 * (`shared` are the ids that were in the database), what it has queued or sent joins, and what it
 * holds back for longer is held as long here, unless nobody takes it back any more.
 */
export function reconcile(queue: Queue, stored: Queue, shared: ReadonlySet<string>): { queue: Queue; joined: Queue } {
  const there = new Map(stored.map((change) => [change.mutationId, change]));
  const here = new Set(queue.map(({ mutationId }) => mutationId));
  const kept = queue.flatMap((change) => {
    const twin = there.get(change.mutationId);
    if (!twin) return shared.has(change.mutationId) ? [] : [change];
    const isHeldOn = change.heldUntil > 0 && twin.heldUntil > change.heldUntil;
    const known = isHeldOn ? { ...change, heldUntil: twin.heldUntil } : change;
    return [known.ack === null && twin.ack !== null ? { ...known, ack: twin.ack } : known];
  });
  const joined = stored.filter((change) => !here.has(change.mutationId) && isUnsent(change));
  return { queue: [...kept, ...joined], joined };
}
