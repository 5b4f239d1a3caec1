import { z } from 'zod';
import { SPLIT_MODES } from '../domain/index.ts';
import { amount, calendarDate, currency, ENTRIES, epochMs, inviteId, role, signedMinor, simplifyDebts, uuid } from './fields.ts';

/** One participant of a group's ledger. A placeholder has no account yet; somebody invited may claim it. */
export const member = z
  .object({
    id: uuid.describe(
      'The id that payers, shares and settlements name the member by; it stays the same when somebody claims, leaves or comes back',
    ),
    displayName: z.string().describe('The name in this group'),
    role,
    status: z
      .enum(['active', 'placeholder', 'left'])
      .describe(
        '`active`: has an account and is in the group; `placeholder`: is in the ledger without an account, and may be claimed; `left`: stays in the ledger',
      ),
    userId: z.string().nullable().describe('The account; null where there is none, or it was deleted'),
    version: z.int().describe('For `If-Match` when this member is edited or removed'),
    joinedSeq: z.int().describe('The `seq` of the group at which the member came, or came back'),
    leftSeq: z.int().nullable().describe('The `seq` at which the member left; null while there'),
    leftAt: epochMs.nullable().describe('When the member left; null while there'),
  })
  .meta({ id: 'Member', description: "One participant of a group's ledger" });
export type Member = z.output<typeof member>;

export const balances = z
  .record(z.string(), z.record(z.string(), signedMinor))
  .describe(
    'Currency → member id → minor units. Positive: the member is owed money; negative: the member owes. They sum to 0 in each currency; zeros are left out',
  );

/** A group as it is at `seq`. `version` counts settings edits only. */
export const group = z
  .object({
    id: uuid.describe('The id of the group'),
    name: z.string().describe('The name of the group'),
    description: z.string().describe('What the group is for; may be empty'),
    currency: currency.describe('What is proposed for a new expense; each may have another'),
    settings: z
      .object({
        simplifyDebts,
      })
      .describe('How the group wants it'),
    members: z.record(z.string(), member).describe('Member id → member, those who left included'),
    balances,
    seq: z.int().describe('The head: counts every change of anything in the group'),
    version: z
      .int()
      .describe('Counts the changes of name, description, currency and settings; for `If-Match` when the group is edited or deleted'),
    expenseCount: z.int().describe('Expenses that are not deleted'),
    createdAt: epochMs.describe('When the group was made'),
    lastActivityAt: epochMs.describe('When anything in it changed last'),
    deletedAt: epochMs.nullable().describe('When it was deleted; null as long as it is not'),
  })
  .meta({ id: 'Group', description: 'A group as it is at `seq`' });
export type Group = z.output<typeof group>;

/** What a list needs of a group: the reader's own balances only. */
export const groupSummary = z
  .object({
    id: uuid.describe('The id of the group'),
    name: z.string().describe('The name of the group'),
    hasDescription: z.boolean().describe('Whether the group has a description: a page can leave room for it'),
    currency: currency.describe('What is proposed for a new expense'),
    memberCount: z.int().describe('How many are there, with an account or as placeholders'),
    myMemberId: z.string().describe('The member that the reader is'),
    myBalances: z
      .record(z.string(), signedMinor)
      .describe('Currency → minor units. Positive: the reader is owed money; negative: the reader owes. Zeros are left out'),
    seq: z.int().describe('The head of the group: there is something new where it is above the one that is known'),
    lastActivityAt: epochMs.describe('When anything in the group changed last'),
  })
  .meta({ id: 'GroupSummary', description: 'What a list tells of a group' });
export type GroupSummary = z.output<typeof groupSummary>;

/** Who made an entity of the ledger, who changed it last, and how often. Deleting leaves it as a tombstone. */
export const revision = z.object({
  createdBy: z.string().describe('The member who made it'),
  createdAt: epochMs.describe('When it was made'),
  updatedBy: z.string().describe('The member who changed it last'),
  updatedAt: epochMs.describe('When it was changed last'),
  version: z.int().describe('Counts its changes, from 1; for `If-Match` when it is edited or deleted'),
  seq: z.int().describe('The `seq` of the group at its last change'),
  deletedAt: epochMs.nullable().describe('When it was deleted, which leaves it as a tombstone; null as long as it is not'),
});
export type Revisioned = z.output<typeof revision>;

export const expense = z
  .object({
    id: uuid.describe('The id of the expense'),
    groupId: uuid.describe('The group it belongs to'),
    description: z.string().describe('What it was for'),
    date: calendarDate,
    amount,
    currency,
    category: z.string().describe('A word such as `food`; clients may not know it'),
    payers: z.record(z.string(), amount).describe('Member id → what that member paid; they sum to `amount`'),
    split: z
      .object({
        mode: z.enum(SPLIT_MODES).describe('What the numbers in `entries` are'),
        entries: z.record(z.string(), z.int()).describe(ENTRIES),
      })
      .describe('How it is divided'),
    shares: z
      .record(z.string(), signedMinor)
      .describe('Member id → what falls to that member, computed by the server from `amount` and `split`; they sum to `amount`'),
    note: z.string().describe('Whatever else there is to say; may be empty'),
    ...revision.shape,
  })
  .meta({ id: 'Expense', description: 'Money that some paid for some' });
export type Expense = z.output<typeof expense>;

/** One member paid another outside of the app: it raises the balance of `from` and lowers that of `to`. */
export const settlement = z
  .object({
    id: uuid.describe('The id of the settlement'),
    groupId: uuid.describe('The group it belongs to'),
    from: z.string().describe('The member who paid; the balance goes up'),
    to: z.string().describe('The member who received; the balance goes down'),
    amount,
    currency,
    date: calendarDate,
    note: z.string().describe('Whatever there is to say; may be empty'),
    ...revision.shape,
  })
  .meta({ id: 'Settlement', description: 'One member paid another outside of the app' });
export type Settlement = z.output<typeof settlement>;

/** What an account says of itself. `version` is 0 until it is first edited. */
export const profile = z
  .object({
    userId: z.string().describe('The id of the account'),
    displayName: z.string().describe('What is proposed as the name in a new group'),
    locale: z.string().nullable().describe("BCP 47 language tag; null: the browser's"),
    defaultCurrency: currency.nullable().describe('What is proposed for a new group; null: nothing is'),
    version: z.int().describe('For `If-Match` when the profile is edited or the account deleted; 0 until it is first edited'),
  })
  .meta({ id: 'Profile', description: 'What an account says of itself' });
export type Profile = z.output<typeof profile>;

/** What an invitation admits to, without its secret. */
export const invite = z
  .object({
    id: inviteId,
    role,
    claims: z.string().nullable().describe('The placeholder it is for; null: it is for anybody'),
    expiresAt: epochMs.describe('When it lets nobody in any more'),
    uses: z.int().describe('How many have joined by it'),
    createdBy: z.string().describe('The member who made it; it ends when they go'),
  })
  .meta({ id: 'Invite', description: 'What an invitation admits to, without its secret' });
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

const stateOf = <Kind extends string, State extends z.ZodType>(kind: Kind, state: State) =>
  z.object({ kind: z.literal(kind).describe('What it is'), state: state.describe('The whole of it, as it was after the change') });

/** The entity an entry is about, as it was after the change. */
export const entityState = z
  .discriminatedUnion('kind', [
    stateOf('group', group.pick({ name: true, description: true, currency: true, settings: true, version: true })),
    stateOf('member', member),
    stateOf('invite', invite),
    stateOf('expense', expense),
    stateOf('settlement', settlement),
  ])
  .describe('What the change was made to');
export type EntityState = z.output<typeof entityState>;

/** What members write into a group's ledger. Includes tombstones. */
export type LedgerRow = Extract<EntityState, { kind: 'expense' | 'settlement' }>;

/** One change of a group: an item of the feed, and the unit that pulls deliver. `id` is the mutation id, `fields` what changed. */
export const activityEntry = z
  .object({
    id: uuid.describe('The id of the mutation, as it was sent in `Idempotency-Key`'),
    seq: z.int().describe('Its place in the history of the group: one change, one number, none is left out'),
    at: epochMs.describe('When it was made'),
    actorId: z.string().describe('The member who made it'),
    action: z.enum(ACTIONS).describe('What was done'),
    fields: z.array(z.string()).describe('What of the entity differs now; empty where it was made or deleted as a whole'),
    entity: entityState,
  })
  .meta({ id: 'ActivityEntry', description: 'One change of a group' });
export type ActivityEntry = z.output<typeof activityEntry>;
