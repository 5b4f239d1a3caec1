import type { TaskOptions } from 'firebase-admin/functions';
import { expect, test } from 'vitest';
import type { FlushTask } from '../../services/notifications/ports.ts';
import { createFlushQueue, type FlushQueueDeps } from './flush-queue.ts';

const TASK: FlushTask = { kind: 'group-changes', groupId: '0b6fb9a0-91ae-4c0f-8d2e-7a54c3a6b100', windowEndsAt: 1_700_000_000_500 };

function queueThat(answers: (task: FlushTask, options: TaskOptions) => Promise<void>, answerWithinMs?: number) {
  const reasons: string[] = [];
  const deps: FlushQueueDeps = { queue: { enqueue: answers }, onUnreachable: (reason) => reasons.push(reason) };
  return { reasons, enqueue: createFlushQueue(answerWithinMs === undefined ? deps : { ...deps, answerWithinMs }) };
}

const failure = (code: string) => Object.assign(new Error(code), { code });

test('[NTF3] a task is named after its window and due a little after its end', async () => {
  const asked: unknown[] = [];
  const { enqueue } = queueThat(async (task, options) => void asked.push(task, options));
  expect(await enqueue(TASK)).toBe(true);
  expect(asked).toEqual([
    TASK,
    { id: `group-changes-${TASK.groupId}-${TASK.windowEndsAt}`, scheduleTime: new Date(TASK.windowEndsAt + 100) },
  ]);
});

test('[NTF3] a window whose flush is queued already is served', async () => {
  const { enqueue, reasons } = queueThat(() => Promise.reject(failure('functions/task-already-exists')));
  expect(await enqueue(TASK)).toBe(true);
  expect(reasons).toEqual([]);
});

test('[NTF5] any other refusal means that there is no queue', async () => {
  const { enqueue, reasons } = queueThat(() => Promise.reject(failure('functions/permission-denied')));
  expect(await enqueue(TASK)).toBe(false);
  expect(reasons).toEqual(['functions/permission-denied']);
});

test('[NTF5] a queue that does not answer is no queue either', async () => {
  const { enqueue, reasons } = queueThat(() => new Promise(() => {}), 5);
  expect(await enqueue(TASK)).toBe(false);
  expect(reasons).toEqual(['no answer within 5 ms']);
});
