import type { Action, EntityState, ExpenseNotification, Member, Notification, NotificationKind } from '@splitifyd/shared/contract';
import type { Revision } from '../ports.ts';

/** One notification document: its kind names the collection, the group its id. */
export interface Target {
  kind: NotificationKind;
  groupId: string;
}

/** What a trailing flush is told. Its name is made from these three, so one window has one flush. */
export interface FlushTask extends Target {
  /** Epoch ms. */
  windowEndsAt: number;
}

/** What a notification document says now. A conditional write succeeds only while `revision` is the document's own. */
export interface Announced {
  seq: number;
  windowEndsAt: number;
  revision: Revision;
}

/** What announcing needs of a group, all read at one moment. */
export interface GroupHead {
  seq: number;
  members: readonly HeadMember[];
  deletedAt: number | null;
}
export type HeadMember = Pick<Member, 'status' | 'userId' | 'joinedSeq' | 'leftSeq' | 'leftAt'>;

/** What announcing needs of an activity entry. `actorUserId` is the account, not the member. */
export interface ChangeEntry {
  seq: number;
  actorUserId: string;
  action: Action;
  fields: readonly string[];
  entity: { kind: EntityState['kind']; id: string };
}

export type AnyNotification = Notification | ExpenseNotification;

/** Reads and writes of notification documents. */
export interface NotificationStore {
  read(target: Target): Promise<Announced | null>;
  /**
   * Replaces the document on condition that it is still `seen` (`null`: that there is none).
   * Gives what the document says from then on, or null where somebody else was quicker.
   */
  write(target: Target, next: AnyNotification, seen: Announced | null): Promise<Announced | null>;
}

export interface HeadReader {
  /** The group as it is now, or null where there is none. */
  readHead(groupId: string): Promise<GroupHead | null>;
  /** Entries `after < seq ≤ upTo` in order, the first `limit` of them; the newest one alone where `after` is null. */
  readEntries(groupId: string, range: { after: number | null; upTo: number; limit: number }): Promise<ChangeEntry[]>;
}

/** Asks for a flush no sooner than its window's end. True once one is queued, by whomever; false where the queue cannot be reached. */
export type EnqueueFlush = (task: FlushTask) => Promise<boolean>;

export interface StaleNotification {
  groupId: string;
  revision: Revision;
}

export interface ActiveGroup {
  groupId: string;
  seq: number;
  lastActivityAt: number;
}

/** What one run did. Counts are of documents. */
export interface CleanUpReport {
  job: 'clean-notifications';
  startedAt: number;
  durationMs: number;
  /** Groups whose notifications were compared with their head. */
  examined: number;
  repaired: number;
  /** Lagging perhaps, because looking or announcing failed. The next run tries again. */
  failed: number;
  deleted: number;
  /** Stale when listed and refreshed before they could be deleted. */
  spared: number;
  /** Reports like this one that were deleted, being old. */
  forgotten: number;
}

export interface CleanUpStore {
  /** Notifications whose timestamp is before `before` (epoch ms), oldest first. */
  listStale(kind: NotificationKind, before: number, limit: number): Promise<StaleNotification[]>;
  /** Deletes the document if it is still as listed; tells whether it did. */
  remove(kind: NotificationKind, stale: StaleNotification): Promise<boolean>;
  /** Groups active since `since` (epoch ms), least recently active first, after the one given. */
  listActive(since: number, limit: number, after: ActiveGroup | null): Promise<ActiveGroup[]>;
  /** What is announced of these groups; groups without a notification are absent. */
  announcedSeqs(kind: NotificationKind, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Whether an expense of the group changed, was made or was deleted after `seq`. */
  hasExpenseChangedAfter(groupId: string, seq: number): Promise<boolean>;
  record(report: CleanUpReport): Promise<void>;
  /** Deletes reports of runs that started before `before` (epoch ms), the oldest `limit` of them; tells how many. */
  forgetReports(before: number, limit: number): Promise<number>;
}
