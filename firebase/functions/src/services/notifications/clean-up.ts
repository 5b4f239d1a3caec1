import { NOTIFICATION_KINDS, type NotificationKind } from '@splitifyd/shared/contract';
import type { Surroundings } from '../ports.ts';
import type { Announcer, Announcing } from './announcer.ts';
import type { ActiveGroup, CleanUpReport, CleanUpStore, Target } from './ports.ts';

/** A notification that nobody refreshed for this long has told everybody it could tell (milliseconds). */
export const MAX_AGE_MS = 5 * 60_000;

/** Looks back over two runs, so that one missed run leaves no gap (milliseconds). */
const REPAIR_SPAN_MS = 2 * MAX_AGE_MS;

const PAGE = 200;

/** Reports tell of a month; at most so many are deleted a run, more than a day makes. */
const REPORT_AGE_MS = 30 * 24 * 60 * 60_000;
const REPORTS_A_RUN = 400;

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

export interface CleanUpDeps {
  store: CleanUpStore;
  announcer: Pick<Announcer, 'announce'>;
  /** Told of a notification that could not be looked at or announced, and why. */
  onFailed(target: Target, reason: string): void;
  now: Surroundings['now'];
}

/**
 * Housekeeping of the notification documents. Repairs before it deletes: an old notification that lags its head is a change nobody
 * was told of. Correctness never rests on this; it bounds the harm of a trigger that never ran.
 */
export function createCleanUp({ store, announcer, onFailed, now }: CleanUpDeps): () => Promise<CleanUpReport> {
  async function mend(
    kind: NotificationKind,
    group: ActiveGroup,
    announcedSeq: number | undefined,
    startedAt: number,
  ): Promise<Announcing> {
    const isLagging = announcedSeq === undefined ? isMissed(kind, group, startedAt) : await lags(kind, group, announcedSeq);
    return isLagging ? announcer.announce({ kind, groupId: group.groupId }) : 'nothing-new';
  }

  /** Every change is one for `group-changes`; an `expense-changes` may stay behind its head as long as no expense changes. */
  async function lags(kind: NotificationKind, { groupId, seq }: ActiveGroup, announcedSeq: number): Promise<boolean> {
    return announcedSeq < seq && (kind === 'group-changes' || (await store.hasExpenseChangedAfter(groupId, announcedSeq)));
  }

  async function repair(startedAt: number) {
    let examined = 0;
    const tally = { 'nothing-new': 0, announced: 0, deferred: 0, failed: 0 };
    let last: ActiveGroup | null = null;
    do {
      const page: ActiveGroup[] = await store.listActive(startedAt - REPAIR_SPAN_MS, PAGE, last);
      for (const kind of KINDS) {
        const announced = await store.announcedSeqs(
          kind,
          page.map(({ groupId }) => groupId),
        );
        for (const group of page) {
          // One group that cannot be mended must not keep the others from their repair, nor the stale ones from deletion.
          const outcome = await mend(kind, group, announced.get(group.groupId), startedAt).catch((cause: unknown) => {
            onFailed({ kind, groupId: group.groupId }, cause instanceof Error ? cause.message : String(cause));
            return 'failed' as const;
          });
          tally[outcome]++;
        }
      }
      examined += page.length;
      last = page.length === PAGE ? (page.at(-1) ?? null) : null;
    } while (last !== null);
    return { examined, repaired: tally.announced + tally.deferred, failed: tally.failed };
  }

  async function removeStale(startedAt: number) {
    let deleted = 0;
    let spared = 0;
    for (const kind of KINDS) {
      let removedOfPage: number;
      do {
        const page = await store.listStale(kind, startedAt - MAX_AGE_MS, PAGE);
        const removed = await Promise.all(page.map((stale) => store.remove(kind, stale)));
        removedOfPage = removed.filter(Boolean).length;
        deleted += removedOfPage;
        spared += page.length - removedOfPage;
      } while (removedOfPage > 0);
    }
    return { deleted, spared };
  }

  return async () => {
    const startedAt = now();
    const repairs = await repair(startedAt);
    const removals = await removeStale(startedAt);
    const forgotten = await store.forgetReports(startedAt - REPORT_AGE_MS, REPORTS_A_RUN);
    const durationMs = now() - startedAt;
    const report: CleanUpReport = { job: 'clean-notifications', startedAt, durationMs, ...repairs, ...removals, forgotten };
    await store.record(report);
    return report;
  };
}

/**
 * A missing notification is a fault only while the last change is too young for a clean-up to have deleted it. A missing
 * `expense-changes` is never one: the group may have no expense, and `group-changes` announces the same.
 */
function isMissed(kind: NotificationKind, { lastActivityAt }: ActiveGroup, now: number): boolean {
  return kind === 'group-changes' && now - lastActivityAt < MAX_AGE_MS;
}
