import type { ActivityEntry, Expense, Group, GroupSummary, Invite, Profile, Settlement } from '@splitifyd/shared/contract';
import type { LedgerExpense, LedgerSettlement, TransfersByCurrency } from '@splitifyd/shared/domain';

/** What the services need from the world. Implemented by the repositories. */

/** A group with what only the server knows of it. */
export interface StoredGroup extends Group {
  /** Accounts of the active members. */
  userIds: string[];
  /** Activity up to and including this `seq` is gone; a cursor below it must reload. */
  floorSeq: number;
  /** Settlements that are not deleted. */
  settlementCount: number;
  /** Invitations that let people in, by id; some may have expired since. */
  openInvites: Record<string, OpenInvite>;
  /** Members, those who left included, whom no expense or settlement has ever named, and who never wrote one. */
  traceless: string[];
}

export interface OpenInvite {
  /** Member who made it. */
  by: string;
  /** `seq` by which it was issued. */
  since: number;
  /** Epoch ms. */
  until: number;
}

export interface StoredInvite extends Invite {
  groupId: string;
  createdAt: number;
  /** Head of the group when it was issued: it does not admit who was removed later. */
  issuedSeq: number;
  revokedAt: number | null;
}

/** An activity entry in its third use, as a line of the exactly-once ledger. */
export interface LedgerEntry {
  entry: ActivityEntry;
  actorUserId: string;
  requestHash: string;
}

/** Names the stored state that a decision was made upon; only its repository reads it. */
export type Revision = string & { readonly opaque: 'revision' };

/** What a change is about besides its group and the members. */
export interface Subject {
  kind: SubjectState['kind'];
  id: string;
}

export type SubjectState =
  | { kind: 'expense'; state: Expense }
  | { kind: 'settlement'; state: Settlement }
  | { kind: 'invite'; state: StoredInvite };

export interface LedgerKeys {
  groupId: string;
  mutationId: string;
  subject?: Subject | undefined;
  /** The account in whose own ledger the mutation is looked up besides. */
  receiptOf?: string | undefined;
  /** The account that must not have been deleted. */
  accountOf?: string | undefined;
}

/** An account as it was read, for a commit that holds only if it is still so. */
export interface SeenAccount {
  userId: string;
  isDeleted: boolean;
  /** Null: it has never said anything of itself. */
  revision: Revision | null;
}

/** Read at one moment in one round trip. */
export interface LedgerSnapshot {
  group: { state: StoredGroup; revision: Revision } | null;
  recorded: LedgerEntry | null;
  /** The subject, tombstones included; null where there is none yet. */
  found: SubjectState | null;
  receipt: Receipt | null;
  /** Of `accountOf`. */
  account: SeenAccount | null;
}

export interface LedgerCommit {
  groupId: string;
  revision: Revision;
  changes: Partial<StoredGroup>;
  record: LedgerEntry;
  /** The pairwise debts as they are from now on, where the change moves them. */
  debts?: TransfersByCurrency | undefined;
  alongside?: Alongside | undefined;
  /** Whom the change lets in: deleted meanwhile, they would never get out again. */
  account?: SeenAccount | undefined;
  /** For the author's own ledger. */
  receipt?: Receipt | undefined;
}

/** Documents outside of the group that a change of its members touches. */
export interface Alongside {
  /** Accounts that are in the group no more: each keeps a note of it. */
  departed?: readonly string[];
  /** An account that is in the group now: if it was before, its note goes. */
  arrived?: string;
  /** Whose place was given away, and who got it: the first id is never given again; the second must not have been forgotten itself. */
  replaced?: { memberId: string; by: string };
  /** How often the invitation has let somebody in by now. */
  inviteUses?: { id: string; uses: number };
}

export interface LedgerStore {
  read(keys: LedgerKeys): Promise<LedgerSnapshot>;
  /**
   * Writes the group's changes, the entry and the entity that the entry carries: all or nothing, in one round trip.
   * `false` where the group, the entry, the entity or the account is no longer as it was read (or the outcome is unknown): read again.
   */
  commit(commit: LedgerCommit): Promise<boolean>;
  /**
   * Whether the id is that of somebody whose place was given away. Once true it stays true. Asked between read and commit: whoever is
   * forgotten in between changes the group, so the commit fails and everything is read again.
   */
  isForgotten(groupId: string, memberId: string): Promise<boolean>;
}

/** Ledger line for what an account does outside of any group, or for which it may be told nothing of the group any more. */
export interface Receipt {
  requestHash: string;
  outcome: Outcome;
  at: number;
  /** After this (epoch ms) the receipt may be deleted. */
  expiresAt: number;
}

/** What a mutation led to, as far as its author needs to be told again. */
export type Outcome =
  | { kind: 'group'; groupId: string; seq: number }
  | { kind: 'profile'; profile: Profile }
  | { kind: 'deletion'; deletedAt: number };

export interface CreationKeys {
  userId: string;
  mutationId: string;
  groupId: string;
}

export interface GroupCreationStore {
  read(
    keys: CreationKeys,
  ): Promise<{ receipt: Receipt | null; group: StoredGroup | null; recorded: LedgerEntry | null; account: SeenAccount }>;
  /** `false` where any of the first three exists by now, or the account is no longer as it was read (or the outcome is unknown): read again. */
  commit(
    keys: CreationKeys,
    created: { group: StoredGroup; record: LedgerEntry; receipt: Receipt; account: SeenAccount },
  ): Promise<boolean>;
}

/** Place after which a page of groups begins: newest activity first, then greatest id. */
export interface GroupPosition {
  lastActivityAt: number;
  id: string;
}

/** Place after which a page of expenses or settlements begins: newest date first, then newest creation, then greatest id. */
export interface DatedPosition {
  date: string;
  createdAt: number;
  id: string;
}

/** Place in a list by time (epoch ms), then id: after that row, or, where `id` is null, at the first one of that time. */
export interface TimedPosition {
  at: number;
  id: string | null;
}

export interface GroupReader {
  get(groupId: string): Promise<StoredGroup | null>;
  /** Groups that are not deleted, newest activity first, as their member is told of them. */
  listOf(userId: string, limit: number, after: GroupPosition | null): Promise<GroupSummary[]>;
  countOf(userId: string): Promise<number>;
  /** The same by their last activity, oldest first, then least id. */
  changedSince(userId: string, from: TimedPosition, limit: number): Promise<GroupSummary[]>;
}

export interface ExpenseReader {
  /** Tombstones included. */
  get(groupId: string, expenseId: string): Promise<Expense | null>;
  /** Newest first, without tombstones. */
  list(groupId: string, limit: number, after: DatedPosition | null): Promise<Expense[]>;
}

export interface SettlementReader {
  /** Newest first, without tombstones. */
  list(groupId: string, limit: number, after: DatedPosition | null): Promise<Settlement[]>;
}

/** Pairwise debts, kept for groups that do not simplify. */
export interface DebtReader {
  get(groupId: string): Promise<TransfersByCurrency>;
  /** The group and its debts, of one moment. */
  withGroup(groupId: string): Promise<{ group: StoredGroup | null; debts: TransfersByCurrency }>;
  /** Everything that ever moved money and is not deleted, page by page: what debts are rebuilt from. */
  history(groupId: string): AsyncIterable<{ expenses: LedgerExpense[]; settlements: LedgerSettlement[] }>;
}

export interface ActivityReader {
  /** Entries with `seq < below`, newest first. */
  newest(groupId: string, below: number, limit: number): Promise<ActivityEntry[]>;
  /** Entries with `since < seq`, oldest first. */
  after(groupId: string, since: number, limit: number): Promise<ActivityEntry[]>;
  /** The group with its newest expenses and settlements (newest first) and entries (oldest first), all of one moment. */
  snapshot(groupId: string, limits: { expenses: number; settlements: number; entries: number }): Promise<GroupSnapshot | null>;
}

export interface GroupSnapshot {
  group: StoredGroup;
  expenses: Expense[];
  settlements: Settlement[];
  entries: ActivityEntry[];
}

export interface InviteReader {
  get(inviteId: string): Promise<StoredInvite | null>;
  /** Those of the ids that are known. */
  named(inviteIds: readonly string[]): Promise<StoredInvite[]>;
}

/** An account's notes of the groups it is in no more. */
export interface DepartureReader {
  /** By time of leaving, oldest first, then least group id. */
  since(userId: string, from: TimedPosition, limit: number): Promise<{ groupId: string; leftAt: number }[]>;
}

export interface StoredAccount {
  profile: Profile;
  deletion: Deletion | null;
}

export interface Deletion {
  at: number;
}

export interface AccountStore {
  get(userId: string): Promise<StoredAccount | null>;
  isDeleted(userId: string): Promise<boolean>;
  read(userId: string, mutationId: string): Promise<{ account: StoredAccount | null; revision: Revision | null; receipt: Receipt | null }>;
  /** `false` where the account is no longer at the revision (null: none yet), or the receipt is there already: read again. */
  commit(changed: { account: StoredAccount; revision: Revision | null; mutationId: string; receipt: Receipt }): Promise<boolean>;
  /** Notes of departure, and receipts, which hold what the account said of itself. */
  forgetTraces(userId: string): Promise<void>;
}

export type DeleteSignIn = (userId: string) => Promise<void>;

/** On, off, or the percentage of accounts for which it is on. */
export type FlagSetting = boolean | number;
export type ReadFlags = () => Promise<Readonly<Record<string, FlagSetting>>>;

/** Id of the database's history. */
export type ReadEpoch = () => Promise<string>;

/** Who asks. */
export interface Account {
  userId: string;
  /** As the sign-in gives it. */
  name: string | null;
}

export interface VerifiedToken extends Account {
  /** Epoch ms. */
  expiresAt: number;
}

/**
 * The account an ID token speaks for; null where the token is none, has expired or belongs to nobody.
 * `isUnrevoked`: or was taken back before it expired, which costs a call of another service.
 */
export type VerifyToken = (token: string, isUnrevoked: boolean) => Promise<VerifiedToken | null>;

/** Time, chance and waiting, so that tests own them. */
export interface Surroundings {
  /** Epoch ms. */
  now(): number;
  /** 0 ≤ x < 1 */
  random(): number;
  /** Rejects where it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
