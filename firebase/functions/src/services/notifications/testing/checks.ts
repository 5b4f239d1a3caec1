import { NOTIFICATION_KINDS, type NotificationKind } from '@splitifyd/shared/contract';
import type { AnyNotification, GroupHead } from '../ports.ts';
import type { SimulatedGroup } from './group.ts';
import type { Schedule } from './schedule.ts';

/** Watches every announcement, and once more at the end, for what must never be. Violations are sentences that begin with an id. */
export interface Checks {
  /**
   * `decidedAt`: the true time at which whoever wrote it had settled its contents. `again`: the document stood already; where it had
   * been cleaned up, saying the same once more is no fault.
   */
  announced(kind: NotificationKind, notification: AnyNotification, occasion: { decidedAt: number; again: boolean }): void;
  queued(kind: NotificationKind, windowEndsAt: number): void;
  atRest(standing: ReadonlyMap<NotificationKind, AnyNotification>): void;
  violations: string[];
}

export function createChecks(schedule: Schedule, group: SimulatedGroup): Checks {
  const violations: string[] = [];
  const latest = new Map<NotificationKind, AnyNotification>();
  const decisions = new Map<NotificationKind, number>();
  const clocksApart = Math.max(...schedule.skews) - Math.min(...schedule.skews);
  const farewells = new Set<string>();
  const windows = new Set<string>();

  const demand = (holds: boolean, otherwise: string) => {
    if (!holds) violations.push(otherwise);
  };

  function checkAudience(kind: NotificationKind, { seq, affectedUsers }: AnyNotification, { members }: GroupHead) {
    for (const { userId, status, joinedSeq, leftSeq } of members) {
      const told = affectedUsers.includes(userId ?? '');
      if (status === 'active') demand(told || joinedSeq > seq, `[NTF7] ${kind} ${seq} leaves out ${userId}`);
      if (!told || leftSeq === null) continue;
      demand(seq <= leftSeq, `[INV12] ${kind} ${seq} reaches ${userId}, who left at ${leftSeq}`);
      if (kind === 'group-changes' && seq === leftSeq) farewells.add(userId ?? '');
    }
  }

  return {
    violations,

    announced(kind, notification, { decidedAt, again }) {
      const head = group.head();
      const before = latest.get(kind);
      demand(notification.seq <= head.seq, `[INV5] ${kind} announces ${notification.seq}, the head is ${head.seq}`);
      demand(notification.seq >= (before?.seq ?? 0) + (again ? 1 : 0), `[INV4] ${kind} goes from ${before?.seq} to ${notification.seq}`);
      // By true time, since the writers' own timestamps are what the protocol itself compares. While the queue is out all is allowed.
      const apart = decidedAt - (decisions.get(kind) ?? Number.NEGATIVE_INFINITY);
      const atLeast = schedule.outage === null ? NOTIFICATION_KINDS[kind].windowMs - clocksApart : 0;
      demand(apart >= atLeast, `[INV6] ${kind} ${notification.seq} comes ${apart} ms after the one before, not ${atLeast}`);
      decisions.set(kind, decidedAt);
      checkAudience(kind, notification, head);
      latest.set(kind, notification);
    },

    queued(kind, windowEndsAt) {
      const window = `${kind} ${Math.floor(windowEndsAt)}`;
      demand(!windows.has(window), `[NTF3] window ${window} has a second flush`);
      windows.add(window);
    },

    atRest(standing) {
      const due = { 'group-changes': group.head().seq, 'expense-changes': group.lastSeqOf('expense') };
      for (const kind of ['group-changes', 'expense-changes'] as const) {
        const told = latest.get(kind)?.seq ?? 0;
        demand(told >= due[kind], `[INV5] ${kind} rests at ${told}, the last change of its kind is ${due[kind]}`);
        const stands = standing.get(kind);
        demand(stands === undefined || stands.seq === told, `[INV5] ${kind} fell back to ${stands?.seq} from ${told}`);
      }
      for (const { userId, leftSeq } of group.head().members) {
        if (leftSeq !== null) demand(farewells.has(userId ?? ''), `[NTF8] ${userId} never heard of having left`);
      }
    },
  };
}
