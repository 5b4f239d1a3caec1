import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskOptions } from 'firebase-admin/functions';
import type { EnqueueFlush, FlushTask } from '../../services/notifications/ports.ts';

/**
 * Due this long after the window (milliseconds). The flush waits for the window's end anyway; the margin keeps instances from
 * doing so just because their clock is a little behind the queue's.
 */
const MARGIN_MS = 100;

/** A queue that does not answer in time counts as unreachable: announcing at once is better than announcing late (milliseconds). */
const ANSWER_WITHIN_MS = 3_000;

export interface FlushQueueDeps {
  /** The Admin SDK's queue of the function that runs the flushes. */
  queue: { enqueue(task: FlushTask, options: TaskOptions): Promise<void> };
  /** Called when the queue could not be reached, with the reason. */
  onUnreachable: (reason: string) => void;
  answerWithinMs?: number;
}

/** Puts flushes into a Cloud Tasks queue. A task's name is its window's, so asking twice gives one flush. */
export function createFlushQueue({ queue, onUnreachable, answerWithinMs = ANSWER_WITHIN_MS }: FlushQueueDeps): EnqueueFlush {
  return async (task) => {
    const { kind, groupId, windowEndsAt } = task;
    const options = { id: `${kind}-${groupId}-${windowEndsAt}`, scheduleTime: new Date(windowEndsAt + MARGIN_MS) };
    const answered = new AbortController();
    try {
      await Promise.race([queue.enqueue({ kind, groupId, windowEndsAt }, options), silence(answerWithinMs, answered.signal)]);
      return true;
    } catch (error) {
      if (isAlreadyQueued(error)) return true;
      onUnreachable(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      answered.abort();
    }
  };
}

async function silence(ms: number, signal: AbortSignal): Promise<never> {
  await sleep(ms, undefined, { signal });
  throw new Error(`no answer within ${ms} ms`);
}

function isAlreadyQueued(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'functions/task-already-exists';
}
