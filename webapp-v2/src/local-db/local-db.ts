import type { ActivityEntry, Group, GroupSummary, Profile } from '@splitifyd/shared/contract';
import type { EntityKind, LedgerRow } from './ledger.ts';
import type { Ack, Notice, QueuedChange } from './queued-change.ts';

/** The reader's groups as of `cursor`, from which GET /changes continues. */
export interface StoredGroupList {
  groups: GroupSummary[];
  cursor: string;
  epoch: string;
}

/** What a list of the server has beyond the rows that were read of it. */
export interface Beyond {
  /** Where it goes on. */
  cursor: string;
  /** Date of the last row that it brought. Rows that came by other ways may be older, with others missing in between. */
  reached: string;
}

/** Of each kind's list, null where the whole history is here. */
export type Older = Readonly<Record<EntityKind, Beyond | null>>;

/** The confirmed state of a group at a cursor, without its rows. */
export interface GroupHead {
  group: Group;
  /** The `seq` up to which this browser holds the group. */
  cursor: number;
  epoch: string;
  older: Older;
}

/** What this browser keeps of a group: all of it as of the cursor. Rows include tombstones, so that a late list brings none back. */
export interface StoredGroup extends GroupHead {
  rows: LedgerRow[];
  /** In the order of their `seq`. */
  entries: ActivityEntry[];
}

/** A step of the confirmed state from `since` to `head.cursor`. */
export interface Advance {
  since: number;
  head: GroupHead;
  /** As they are at the new cursor; only those that changed. */
  rows: readonly LedgerRow[];
  entries: readonly ActivityEntry[];
  /** Mutation ids of queued changes that the new state holds. */
  acknowledged: readonly string[];
}

/** A page of older rows of one kind; `beyond` is null where the list ends. */
export interface OlderRows {
  kind: EntityKind;
  rows: readonly LedgerRow[];
  beyond: Beyond | null;
}

/**
 * What survives a reload, for one account. Every method is one transaction: it happens wholly or not at all.
 * Several tabs may write; a stored cursor never goes back within an epoch [INV4].
 */
export interface LocalDb {
  readProfile(): Promise<Profile | null>;
  writeProfile(profile: Profile): Promise<void>;

  readGroupList(): Promise<StoredGroupList | null>;
  writeGroupList(list: StoredGroupList): Promise<void>;

  readGroup(groupId: string): Promise<StoredGroup | null>;
  /** Replaces all that is held of a group, unless the stored state is of the same epoch and further on; removes `acknowledged` in either case. */
  writeSnapshot(stored: StoredGroup, acknowledged: readonly string[]): Promise<void>;
  /** Steps forward where the stored state continues into it (`since` ≤ stored cursor < new cursor, same epoch); removes `acknowledged` in either case. */
  advance(step: Advance): Promise<void>;
  /** Adds older rows; a row that is held already stays. Nothing happens when the cursor is another one. */
  addOlder(groupId: string, cursor: number, older: OlderRows): Promise<void>;
  /**
   * Forgets a group with its queue, and keeps what the user has to be told of it; what they were typing belongs to that, and
   * what the group was called, where that is known.
   */
  dropGroup(groupId: string, notices: readonly Notice[], name?: string): Promise<void>;

  /** The queue of all groups in the order in which it grew. */
  readQueue(): Promise<QueuedChange[]>;
  /**
   * Queues a change together with the local row it rests on (null for a creation), both or neither [INV8]:
   * a change without its row could not be shown after a reload, so the row is kept even where the list has not reached it.
   */
  enqueue(change: QueuedChange, base: LedgerRow | null): Promise<void>;
  /** Takes a change back that was never sent. */
  withdraw(mutationId: string): Promise<void>;
  /** Holds a change back until another moment; nothing happens where it is not queued any more. */
  hold(mutationId: string, heldUntil: number): Promise<void>;
  /** Notes as what the server applied a change; null where that is void. */
  acknowledge(mutationId: string, ack: Ack | null): Promise<void>;
  /** Takes refused changes out of the queue and keeps what the user has to be told, both or neither. */
  refuse(mutationIds: readonly string[], notices: readonly Notice[]): Promise<void>;

  readNotices(): Promise<Notice[]>;
  removeNotice(id: string): Promise<void>;

  /** Half-typed forms of a group by the names they were kept under; what a form looks like is known to who types in it. */
  readDrafts(groupId: string): Promise<ReadonlyMap<string, unknown>>;
  keepDraft(groupId: string, name: string, draft: unknown): Promise<void>;
  dropDraft(groupId: string, name: string): Promise<void>;
  /** Forgets all drafts of a group, and what it was called. */
  dropDrafts(groupId: string): Promise<void>;
  /** How many drafts there are altogether. */
  countDrafts(): Promise<number>;
  /** The groups that there are drafts of; of those that were dropped, what they were called. */
  readDraftGroups(): Promise<ReadonlyMap<string, string | null>>;
  /** What a group that was dropped was called; null where that is not known (any more). */
  readDroppedName(groupId: string): Promise<string | null>;

  /**
   * Whether something of the user's would be lost with the page: changes on their way, notices or drafts that this browser keeps
   * nowhere else, since it denies storage or has no room left.
   */
  atRisk(): boolean;

  /** Forgets what the server can tell again. What it was never told stays: the queue, notices and drafts. */
  forgetCached(): Promise<void>;
  /** Forgets everything of this account. */
  clear(): Promise<void>;
  close(): void;
}
