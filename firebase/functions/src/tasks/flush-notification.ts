import { onTaskDispatched } from 'firebase-functions/tasks';
import { FUNCTIONS } from '../deployment.ts';
import type { Announcer } from '../services/notifications/announcer.ts';
import { decodeFlushTask } from '../services/notifications/flush-task.ts';

/** Runs what `createFlushQueue` enqueued: one task a window, tried again soon because somebody waits for it. */
export const flushNotificationTask = (flush: Announcer['flush']) =>
  onTaskDispatched<unknown>(
    {
      ...FUNCTIONS.task,
      retryConfig: { maxAttempts: 10, minBackoffSeconds: 1, maxBackoffSeconds: 30 },
      rateLimits: { maxConcurrentDispatches: 200, maxDispatchesPerSecond: 500 },
    },
    async ({ data }) => {
      await flush(decodeFlushTask(data));
    },
  );
