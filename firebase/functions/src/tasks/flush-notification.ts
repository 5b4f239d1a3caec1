import { onTaskDispatched } from 'firebase-functions/tasks';
import { FUNCTIONS } from '../deployment.ts';
import type { Announcer } from '../services/notifications/announcer.ts';
import type { FlushTask } from '../services/notifications/ports.ts';

/** Runs what `createFlushQueue` enqueued: one task a window, tried again soon because somebody waits for it. */
export const flushNotificationTask = (flush: Announcer['flush']) =>
  onTaskDispatched<FlushTask>(
    {
      ...FUNCTIONS.task,
      retryConfig: { maxAttempts: 10, minBackoffSeconds: 1, maxBackoffSeconds: 30 },
      rateLimits: { maxConcurrentDispatches: 200, maxDispatchesPerSecond: 500 },
    },
    async ({ data }) => {
      await flush(data);
    },
  );
