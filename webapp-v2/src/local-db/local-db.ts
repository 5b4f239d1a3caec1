import type { ActivityEntry, Expense, Group, GroupSummary } from '@splitifyd/shared/contract';
import type { Notice, QueuedChange } from './queued-change.ts';

/** The confirmed state of a group at a cursor, without its rows. */
export interface GroupHead {
  group: Group;
  /** The `seq` up to which this browser holds the group. */
  cursor: number;
  epoch: string;
  /** Where the list of older expenses continues on the server; null when the whole history is here. */
  olderCursor: string | null;
}

/** What this browser keeps of a group: all of it as of the cursor. Expenses include tombstones, so that a late list brings none back. */
export interface StoredGroup extends GroupHead {
  expenses: Expense[];
  /** In the order of their `seq`. */
  entries: ActivityEntry[];
}

/** A step of the confirmed state from `since` to `head.cursor`. */
export interface Advance {
  since: number;
  head: GroupHead;
  /** As they are at the new cursor; only those that changed. */
  expenses: readonly Expense[];
  entries: readonly ActivityEntry[];
  /** Mutation ids of queued changes that the new state holds. */
  acknowledged: readonly string[];
}

/**
 * What survives a reload, for one account. Every method is one transaction: it happens wholly or not at all.
 * Several tabs may write; a stored cursor never goes back within an epoch [INV4].
 */
export interface LocalDb {
  readGroupList(): Promise<GroupSummary[] | null>;
  writeGroupList(groups: readonly GroupSummary[]): Promise<void>;

  readGroup(groupId: string): Promise<StoredGroup | null>;
  /** Replaces all that is held of a group, unless the stored state is of the same epoch and further on; removes `acknowledged` in either case. */
  writeSnapshot(stored: StoredGroup, acknowledged: readonly string[]): Promise<void>;
  /** Steps forward where the stored state continues into it (`since` ≤ stored cursor < new cursor, same epoch); removes `acknowledged` in either case. */
  advance(step: Advance): Promise<void>;
  /** Adds rows of older expenses; a row that is held already stays. Nothing happens when the cursor is another one. */
  addOlder(groupId: string, cursor: number, expenses: readonly Expense[], olderCursor: string | null): Promise<void>;
  /** Forgets a group, with its queue: each change in it becomes a notice. */
  dropGroup(groupId: string, notices: readonly Notice[]): Promise<void>;

  /** The queue of all groups in the order in which it grew. */
  readQueue(): Promise<QueuedChange[]>;
  /**
   * Queues a change together with the local row it rests on (null for a new expense), both or neither [INV8]:
   * a change without its row could not be shown after a reload, so the row is kept even where the list has not reached it.
   */
  enqueue(change: QueuedChange, base: Expense | null): Promise<void>;
  /** Notes the `seq` under which the server applied a change. */
  acknowledge(mutationId: string, ackSeq: number): Promise<void>;
  /** Takes refused changes out of the queue and keeps what the user has to be told, both or neither. */
  refuse(notices: readonly Notice[]): Promise<void>;

  readNotices(): Promise<Notice[]>;
  removeNotice(id: string): Promise<void>;

  /** Forgets everything of this account. */
  clear(): Promise<void>;
  close(): void;
}
