import { z } from 'zod';
import { SPLIT_MODES } from '../domain/index.ts';
import { amount, calendarDate, currency, epochMs, inviteId, role, signedMinor, uuid } from './fields.ts';

/** One participant of a group's ledger. A placeholder has no account yet; somebody invited may claim it. */
export const member = z
  .object({
    id: uuid,
    displayName: z.string(),
    role,
    status: z.enum(['active', 'placeholder', 'left']),
    userId: z.string().nullable(),
    version: z.int(),
    joinedSeq: z.int(),
    leftSeq: z.int().nullable(),
    leftAt: epochMs.nullable(),
  })
  .meta({ id: 'Member' });
export type Member = z.output<typeof member>;

/** currency → memberId → minor units; positive: the group owes the member. Sums to zero per currency. */
export const balances = z.record(z.string(), z.record(z.string(), signedMinor));

/** A group as it is at `seq`. `version` counts settings edits only. */
export const group = z
  .object({
    id: uuid,
    name: z.string(),
    description: z.string(),
    currency,
    settings: z.object({ simplifyDebts: z.boolean() }),
    members: z.record(z.string(), member),
    balances,
    seq: z.int(),
    version: z.int(),
    expenseCount: z.int(),
    createdAt: epochMs,
    lastActivityAt: epochMs,
    deletedAt: epochMs.nullable(),
  })
  .meta({ id: 'Group' });
export type Group = z.output<typeof group>;

/** What a list needs of a group: the reader's own balances only. */
export const groupSummary = z
  .object({
    id: uuid,
    name: z.string(),
    currency,
    memberCount: z.int(),
    myMemberId: z.string(),
    myBalances: z.record(z.string(), signedMinor),
    seq: z.int(),
    lastActivityAt: epochMs,
  })
  .meta({ id: 'GroupSummary' });
export type GroupSummary = z.output<typeof groupSummary>;

/** Who made an entity of the ledger, who changed it last, and how often. Deleting leaves it as a tombstone. */
export const revision = z.object({
  createdBy: z.string(),
  createdAt: epochMs,
  updatedBy: z.string(),
  updatedAt: epochMs,
  version: z.int(),
  seq: z.int(),
  deletedAt: epochMs.nullable(),
});
export type Revisioned = z.output<typeof revision>;

export const expense = z
  .object({
    id: uuid,
    groupId: uuid,
    description: z.string(),
    date: calendarDate,
    amount,
    currency,
    category: z.string(),
    payers: z.record(z.string(), amount),
    split: z.object({ mode: z.enum(SPLIT_MODES), entries: z.record(z.string(), z.int()) }),
    /** Computed by the server from amount and split; sums to `amount`. */
    shares: z.record(z.string(), signedMinor),
    note: z.string(),
    ...revision.shape,
  })
  .meta({ id: 'Expense' });
export type Expense = z.output<typeof expense>;

/** One member paid another outside of the app: it raises the balance of `from` and lowers that of `to`. */
export const settlement = z
  .object({
    id: uuid,
    groupId: uuid,
    from: z.string(),
    to: z.string(),
    amount,
    currency,
    date: calendarDate,
    note: z.string(),
    ...revision.shape,
  })
  .meta({ id: 'Settlement' });
export type Settlement = z.output<typeof settlement>;

/** What an account says of itself. `version` is 0 until it is first edited. */
export const profile = z
  .object({
    userId: z.string(),
    displayName: z.string(),
    /** BCP 47 language tag; null: the browser's. */
    locale: z.string().nullable(),
    defaultCurrency: currency.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.output<typeof profile>;

/** What an invitation admits to, without its secret. */
export const invite = z
  .object({
    id: inviteId,
    role,
    claims: z.string().nullable(),
    expiresAt: epochMs,
    /** How many have joined by it. */
    uses: z.int(),
    /** Member id of who made it. */
    createdBy: z.string(),
  })
  .meta({ id: 'Invite' });
export type Invite = z.output<typeof invite>;

export const ACTIONS = [
  'group.created',
  'group.updated',
  'group.deleted',
  'member.added',
  'member.joined',
  'member.updated',
  'member.left',
  'member.removed',
  'member.detached',
  'invite.created',
  'invite.revoked',
  'expense.created',
  'expense.updated',
  'expense.deleted',
  'settlement.created',
  'settlement.updated',
  'settlement.deleted',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The entity an entry is about, as it was after the change. */
export const entityState = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('group'),
    state: group.pick({ name: true, description: true, currency: true, settings: true, version: true }),
  }),
  z.object({ kind: z.literal('member'), state: member }),
  z.object({ kind: z.literal('invite'), state: invite }),
  z.object({ kind: z.literal('expense'), state: expense }),
  z.object({ kind: z.literal('settlement'), state: settlement }),
]);
export type EntityState = z.output<typeof entityState>;

/** What members write into a group's ledger. Includes tombstones. */
export type LedgerRow = Extract<EntityState, { kind: 'expense' | 'settlement' }>;

/** One change of a group: an item of the feed, and the unit that pulls deliver. `id` is the mutation id, `fields` what changed. */
export const activityEntry = z
  .object({
    id: uuid,
    seq: z.int(),
    at: epochMs,
    actorId: z.string(),
    action: z.enum(ACTIONS),
    fields: z.array(z.string()),
    entity: entityState,
  })
  .meta({ id: 'ActivityEntry' });
export type ActivityEntry = z.output<typeof activityEntry>;
