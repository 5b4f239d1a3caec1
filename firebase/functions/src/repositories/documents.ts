import { type ActivityEntry, type Expense, ROLES, type Settlement } from '@splitifyd/shared/contract';
import type { LedgerExpense, LedgerSettlement, TransfersByCurrency } from '@splitifyd/shared/domain';
import { SCHEMAS } from '@splitifyd/shared/schemas';
import { type DocumentData, type DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { LedgerEntry, Receipt, SeenAccount, StoredGroup, StoredInvite } from '../services/ports.ts';
import { revisionOf } from './commit.ts';

/**
 * Shapes of the stored documents. Ids are the documents' names as well as fields, because clients read some documents directly.
 * A decoder is where an older `schemaVersion` is to be lifted to the present one; documents of a newer one keep their unknown fields to themselves.
 */
export const SCHEMA_VERSION = 1;

const group = SCHEMAS.getGroup.returns.extend({
  userIds: z.array(z.string()),
  floorSeq: z.int(),
  settlementCount: z.int().default(0),
  openInvites: z.record(z.string(), z.object({ by: z.string(), until: z.int() })).default({}),
});
const expense = SCHEMAS.getExpense.returns;
const settlement = SCHEMAS.listSettlements.returns.shape.settlements.element;
const debts = z.object({ debts: SCHEMAS.getBalances.returns.shape.transfers });
const entry = SCHEMAS.pullChanges.returns.shape.entries.element;
const ledgerEntry = entry.extend({ actorUserId: z.string(), requestHash: z.string() });
const invite = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  claims: z.string().nullable(),
  expiresAt: z.int(),
  uses: z.int(),
  createdBy: z.string(),
  groupId: z.string(),
  createdAt: z.int(),
  issuedSeq: z.int(),
  revokedAt: z.int().nullable(),
});
const receipt = z.object({
  requestHash: z.string(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('group'), groupId: z.string(), seq: z.int() }),
    z.object({ kind: z.literal('profile'), profile: SCHEMAS.getMe.returns }),
    z.object({ kind: z.literal('deletion'), deletedAt: z.int() }),
  ]),
  at: z.int(),
  expireAt: z.instanceof(Timestamp),
});

type Snapshot = DocumentSnapshot<DocumentData>;

const decoder =
  <T>(schema: z.ZodType<T>) =>
  (snapshot: Snapshot): T | null =>
    snapshot.exists ? schema.parse(snapshot.data()) : null;

export const decodeGroup: (snapshot: Snapshot) => StoredGroup | null = decoder(group);
export const decodeExpense: (snapshot: Snapshot) => Expense | null = decoder(expense);
export const decodeSettlement: (snapshot: Snapshot) => Settlement | null = decoder(settlement);
export const decodeDebts = (snapshot: Snapshot): TransfersByCurrency => decoder(debts)(snapshot)?.debts ?? {};
const money = expense.pick({ currency: true, amount: true, payers: true, shares: true });
const settled = settlement.pick({ currency: true, amount: true, from: true, to: true });
export const moneyOfExpense = (snapshot: Snapshot): LedgerExpense => money.parse(snapshot.data());
export const moneyOfSettlement = (snapshot: Snapshot): LedgerSettlement => settled.parse(snapshot.data());
export const decodeEntry: (snapshot: Snapshot) => ActivityEntry | null = decoder(entry);
export const decodeInvite: (snapshot: Snapshot) => StoredInvite | null = decoder(invite);

export function decodeLedgerEntry(snapshot: Snapshot): LedgerEntry | null {
  const stored = decoder(ledgerEntry)(snapshot);
  if (!stored) return null;
  const { actorUserId, requestHash, ...told } = stored;
  return { entry: told, actorUserId, requestHash };
}

export function decodeReceipt(snapshot: Snapshot): Receipt | null {
  const stored = decoder(receipt)(snapshot);
  if (!stored) return null;
  const { expireAt, ...rest } = stored;
  return { ...rest, expiresAt: expireAt.toMillis() };
}

/** A Timestamp, because Firestore's own expiry understands nothing else. */
export function encodeReceipt({ expiresAt, ...rest }: Receipt): DocumentData {
  return { ...rest, expireAt: Timestamp.fromMillis(expiresAt), schemaVersion: SCHEMA_VERSION };
}

export function encodeLedgerEntry({ entry: told, actorUserId, requestHash }: LedgerEntry): DocumentData {
  return { ...told, actorUserId, requestHash, schemaVersion: SCHEMA_VERSION };
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
