import type { QueuedChange } from '../../local-db/queued-change.ts';
import type { Clock } from '../../platform/clock.ts';
import { ApiProblem, isTransient } from '../api-error.ts';
import { pauseAfter } from '../backoff.ts';
import { heldIn, nextOf, type Queue, unsentIn } from './queue.ts';

interface LanesDeps {
  queue(): Queue;
  /** Nothing is sent before it resolves. */
  ready: Promise<void>;
  /** Whether a change is (still) to be sent; asked right before. */
  isWanted(change: QueuedChange): Promise<boolean>;
  /** Sends a change; null when it was applied, else the error. */
  deliver(change: QueuedChange): Promise<unknown>;
  refuse(change: QueuedChange, problem: ApiProblem): void;
  /** What was held back cannot be undone any more. */
  onUnheld(): void;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}

/** Who sends the queue: each group has a lane. */
interface Lanes {
  /** There may be something to send in the group. */
  drain(groupId: string): void;
  /** Resolves when the change of the group that is being sent has been answered; null while none is. */
  answer(groupId: string): Promise<void> | null;
  /** Ends all waits after failures. */
  retryNow(): void;
}

/**
 * In a lane changes go one after another in the order of queueing; lanes are independent. A change is sent again and again
 * under the same id until the server has answered, so it happens once [INV2].
 *
 *   idle ──drain──▶ sending ──applied or refused──▶ sending the next ──none left──▶ idle
 *                    │   ▲ └──failed──▶ pause [INV14] ──▶ sending the same
 *                    └───┴─all held back: hold until the first may go
 */
export function createLanes({ queue, ready, isWanted, deliver, refuse, onUnheld, clock, random, signal }: LanesDeps): Lanes {
  const draining = new Set<string>();
  const sending = new Map<string, Promise<void>>();
  const pauses = new Set<AbortController>();
  const holds = new Map<string, AbortController>();

  async function work(groupId: string): Promise<void> {
    let failures = 0;
    await ready;
    while (!signal.aborted) {
      const change = nextOf(queue(), groupId, clock.now());
      if (!change) {
        if (unsentIn(queue(), groupId).length === 0) break;
        await hold(groupId);
        continue;
      }
      const isStillWanted = await isWanted(change);
      if (signal.aborted) return;
      if (!isStillWanted) continue;
      const error = await send(groupId, change);
      if (signal.aborted) return;
      if (error === null) {
        failures = 0;
      } else if (error instanceof ApiProblem && !isTransient(error)) {
        if (await isWanted(change)) refuse(change, error);
      } else {
        failures += 1;
        await pause(pauseAfter(error, failures, random));
      }
    }
    draining.delete(groupId);
  }

  async function send(groupId: string, change: QueuedChange): Promise<unknown> {
    const delivery = deliver(change);
    sending.set(
      groupId,
      delivery.then(() => {}),
    );
    const error = await delivery;
    sending.delete(groupId);
    return error;
  }

  async function pause(ms: number): Promise<void> {
    const early = new AbortController();
    pauses.add(early);
    await clock.sleep(ms, AbortSignal.any([signal, early.signal]));
    pauses.delete(early);
  }

  /** Waits until the first change that is held back may go, or the queue of the group is another one. */
  async function hold(groupId: string): Promise<void> {
    const early = new AbortController();
    holds.set(groupId, early);
    const now = clock.now();
    // None, where the time has come since it was looked at.
    const waits = heldIn(queue(), groupId, now).map(({ heldUntil }) => heldUntil - now);
    if (waits.length > 0) await clock.sleep(Math.min(...waits), AbortSignal.any([signal, early.signal]));
    holds.delete(groupId);
    if (!signal.aborted) onUnheld();
  }

  return {
    drain(groupId) {
      holds.get(groupId)?.abort();
      if (draining.has(groupId) || signal.aborted) return;
      draining.add(groupId);
      void work(groupId);
    },
    answer: (groupId) => sending.get(groupId) ?? null,
    retryNow() {
      for (const early of pauses) early.abort();
    },
  };
}
