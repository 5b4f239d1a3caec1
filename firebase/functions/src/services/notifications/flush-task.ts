import { NOTIFICATION_KINDS, type NotificationKind } from '@splitifyd/shared/contract';
import type { FlushTask } from './ports.ts';

const isKind = (kind: unknown): kind is NotificationKind => typeof kind === 'string' && Object.hasOwn(NOTIFICATION_KINDS, kind);

/** A flush as the queue hands it back. @throws TypeError for anything else, so that it shows as a failure and touches no document */
export function decodeFlushTask(data: unknown): FlushTask {
  if (typeof data === 'object' && data !== null && 'kind' in data && 'groupId' in data && 'windowEndsAt' in data) {
    const { kind, groupId, windowEndsAt } = data;
    if (isKind(kind) && typeof groupId === 'string' && typeof windowEndsAt === 'number') return { kind, groupId, windowEndsAt };
  }
  throw new TypeError('not a task that flushes a notification');
}
