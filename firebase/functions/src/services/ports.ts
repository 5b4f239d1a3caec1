import type { ActivityEntry, Expense, Group, Invite } from '@splitifyd/shared/contract';

/** What the services need from the world. Implemented by the repositories. */

/** A group with what only the server knows of it. */
export interface StoredGroup extends Group {
  /** Accounts of the active members. */
  userIds: string[];
  /** Activity up to and including this `seq` is gone; a cursor below it must reload. */
  floorSeq: number;
}

export interface StoredInvite extends Invite {
  groupId: string;
  createdAt: number;
  /** Head of the group when it was issued: it does not admit who was removed later. */
  issuedSeq: number;
}

/** An activity entry in its third use, as a line of the exactly-once ledger. */
export interface LedgerEntry {
  entry: ActivityEntry;
  actorUserId: string;
  requestHash: string;
}

/** Names the stored state that a decision was made upon; only its repository reads it. */
export type Revision = string & { readonly opaque: 'revision' };

export interface LedgerKeys {
  groupId: string;
  mutationId: string;
  expenseId?: string | undefined;
  inviteId?: string | undefined;
}

/** Read at one moment in one round trip. */
export interface LedgerSnapshot {
  group: { state: StoredGroup; revision: Revision } | null;
  recorded: LedgerEntry | null;
  expense: Expense | null;
  invite: StoredInvite | null;
}

export interface LedgerCommit {
  groupId: string;
  revision: Revision;
  changes: Partial<StoredGroup>;
  record: LedgerEntry;
}

export interface LedgerStore {
  read(keys: LedgerKeys): Promise<LedgerSnapshot>;
  /**
   * Writes the group's changes, the entry and the entity that the entry carries: all or nothing, in one round trip.
   * `false` where the group, the entry or the entity is no longer as it was read (or the outcome is unknown): read again.
   */
  commit(commit: LedgerCommit): Promise<boolean>;
}

/** Ledger line for what an account does outside of any group. */
export interface Receipt {
  groupId: string;
  requestHash: string;
  at: number;
  /** After this (epoch ms) the receipt may be deleted. */
  expiresAt: number;
}

export interface CreationKeys {
  userId: string;
  mutationId: string;
  groupId: string;
}

export interface GroupCreationStore {
  read(keys: CreationKeys): Promise<{ receipt: Receipt | null; group: StoredGroup | null; recorded: LedgerEntry | null }>;
  /** `false` where any of the three exists by now (or the outcome is unknown): read again. */
  commit(keys: CreationKeys, created: { group: StoredGroup; record: LedgerEntry; receipt: Receipt }): Promise<boolean>;
}

/** Place after which a page of groups begins: newest activity first, then greatest id. */
export interface GroupPosition {
  lastActivityAt: number;
  id: string;
}

/** Place after which a page of expenses begins: newest date first, then newest creation, then greatest id. */
export interface ExpensePosition {
  date: string;
  createdAt: number;
  id: string;
}

export interface GroupReader {
  get(groupId: string): Promise<StoredGroup | null>;
  /** Groups that are not deleted, newest activity first. */
  listOf(userId: string, limit: number, after: GroupPosition | null): Promise<StoredGroup[]>;
  countOf(userId: string): Promise<number>;
}

export interface ExpenseReader {
  /** Tombstones included. */
  get(groupId: string, expenseId: string): Promise<Expense | null>;
  /** Newest first, without tombstones. */
  list(groupId: string, limit: number, after: ExpensePosition | null): Promise<Expense[]>;
}

export interface ActivityReader {
  /** Entries with `since < seq`, oldest first. */
  after(groupId: string, since: number, limit: number): Promise<ActivityEntry[]>;
  /** The group with its newest expenses (newest first) and entries (oldest first), all of one moment. */
  snapshot(groupId: string, limits: { expenses: number; entries: number }): Promise<GroupSnapshot | null>;
}

export interface GroupSnapshot {
  group: StoredGroup;
  expenses: Expense[];
  entries: ActivityEntry[];
}

export interface InviteReader {
  get(inviteId: string): Promise<StoredInvite | null>;
}

/** Id of the database's history. */
export type ReadEpoch = () => Promise<string>;

export interface VerifiedToken {
  userId: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** The account an ID token speaks for; null where the token is none, has expired or belongs to nobody. */
export type VerifyToken = (token: string) => Promise<VerifiedToken | null>;

/** Time, chance and waiting, so that tests own them. */
export interface Surroundings {
  /** Epoch ms. */
  now(): number;
  /** 0 ≤ x < 1 */
  random(): number;
  sleep(ms: number): Promise<void>;
}
