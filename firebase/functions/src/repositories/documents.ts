import type { ActivityEntry, Expense, Settlement } from '@splitifyd/shared/contract';
import type { LedgerExpense, LedgerSettlement, TransfersByCurrency } from '@splitifyd/shared/domain';
import { type DocumentData, type DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { LedgerEntry, Receipt, SeenAccount, StoredAccount, StoredGroup, StoredInvite, SubjectState } from '../services/ports.ts';
import { revisionOf } from './commit.ts';
import * as shape from './shapes.ts';

/** What every document is written with. */
export const SCHEMA_VERSION = 1;

type Snapshot = DocumentSnapshot<DocumentData>;

const decoder =
  <T>(schema: z.ZodType<T>) =>
  (snapshot: Snapshot): T | null =>
    snapshot.exists ? schema.parse(snapshot.data()) : null;

export const decodeGroup: (snapshot: Snapshot) => StoredGroup | null = decoder(shape.group);
export const decodeExpense: (snapshot: Snapshot) => Expense | null = decoder(shape.expense);
export const decodeSettlement: (snapshot: Snapshot) => Settlement | null = decoder(shape.settlement);
export const decodeDebts = (snapshot: Snapshot): TransfersByCurrency => decoder(shape.debts)(snapshot)?.debts ?? {};
export const moneyOfExpense = (snapshot: Snapshot): LedgerExpense => shape.expenseMoney.parse(snapshot.data());
export const moneyOfSettlement = (snapshot: Snapshot): LedgerSettlement => shape.settlementMoney.parse(snapshot.data());
export const decodeEntry: (snapshot: Snapshot) => ActivityEntry | null = decoder(shape.entry);
export const decodeInvite: (snapshot: Snapshot) => StoredInvite | null = decoder(shape.invite);

export function decodeSubject(kind: SubjectState['kind'], snapshot: Snapshot): SubjectState | null {
  if (!snapshot.exists) return null;
  switch (kind) {
    case 'expense':
      return { kind, state: shape.expense.parse(snapshot.data()) };
    case 'settlement':
      return { kind, state: shape.settlement.parse(snapshot.data()) };
    case 'invite':
      return { kind, state: shape.invite.parse(snapshot.data()) };
  }
}

export function decodeLedgerEntry(snapshot: Snapshot): LedgerEntry | null {
  const stored = decoder(shape.ledgerEntry)(snapshot);
  if (!stored) return null;
  const { actorUserId, requestHash, ...told } = stored;
  return { entry: told, actorUserId, requestHash };
}

export function decodeReceipt(snapshot: Snapshot): Receipt | null {
  const stored = decoder(shape.receipt)(snapshot);
  if (!stored) return null;
  const { expireAt, ...rest } = stored;
  return { ...rest, expiresAt: expireAt.toMillis() };
}

export function decodeAccount(snapshot: Snapshot): StoredAccount | null {
  const stored = decoder(shape.account)(snapshot);
  if (!stored) return null;
  const { deletion, ...profile } = stored;
  return { profile, deletion };
}

/** A Timestamp, because Firestore's own expiry understands nothing else. */
export function encodeReceipt({ expiresAt, ...rest }: Receipt): DocumentData {
  return { ...rest, expireAt: Timestamp.fromMillis(expiresAt), schemaVersion: SCHEMA_VERSION };
}

export function encodeLedgerEntry({ entry: told, actorUserId, requestHash }: LedgerEntry): DocumentData {
  return { ...told, actorUserId, requestHash, schemaVersion: SCHEMA_VERSION };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const ENDED_INVITES_KEPT_MS = 180 * DAY_MS;

/** Firestore deletes it by `expireAt`: long after it let anybody in, when nobody sends an acceptance again or tries its token. */
export function encodeInvite(invite: StoredInvite): DocumentData {
  return { ...invite, expireAt: Timestamp.fromMillis(invite.expiresAt + ENDED_INVITES_KEPT_MS), schemaVersion: SCHEMA_VERSION };
}

/** Whether an account's document is that of a deleted one. */
export const isTombstone = (account: Snapshot): boolean => (account.get('deletion') ?? null) !== null;

export const seenAccount = (account: Snapshot): SeenAccount => ({
  userId: account.id,
  isDeleted: isTombstone(account),
  revision: account.updateTime ? revisionOf(account.updateTime) : null,
});

/** For queries, whose documents all exist. */
export const present = <T>(decoded: (T | null)[]): T[] => decoded.filter((item) => item !== null);
