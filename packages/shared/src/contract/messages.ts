import { z } from 'zod';
import * as entity from './entities.ts';
import { amount, calendarDate, currency, epochMs, inviteToken, line, payers, role, signedMinor, split, text, uuid } from './fields.ts';
import { LIMITS } from './limits.ts';
import { EXPENSE_MONEY, SETTLEMENT_MONEY } from './money-fields.ts';

/** Bodies, queries and answers of the endpoints. Requests are strict (unknown fields are refused), answers may grow. */

/** For JSON Schema: who names one of the fields names them all. */
const together = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, fields.filter((other) => other !== field)]));

const namesAllOrNone =
  <Field extends string>(fields: readonly Field[]) =>
  (edit: { [Name in Field]?: unknown }) =>
    new Set(fields.map((field) => edit[field] === undefined)).size === 1;

const namesSomething = (edit: object) => Object.keys(edit).length > 0;

export const newGroup = z.strictObject({
  id: uuid,
  name: line(LIMITS.nameLength),
  description: text(LIMITS.descriptionLength).default(''),
  currency,
  /** The creator's own place in the ledger. */
  member: z.strictObject({ id: uuid, displayName: line(LIMITS.nameLength) }),
});

/** Only the fields that change. */
export const groupEdit = z
  .strictObject({
    name: line(LIMITS.nameLength),
    description: text(LIMITS.descriptionLength),
    currency,
    settings: z.strictObject({ simplifyDebts: z.boolean() }),
  })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

/** Only the fields that change. Everybody edits their own name, members those of placeholders, administrators everything. */
export const memberEdit = z
  .strictObject({ displayName: line(LIMITS.nameLength), role })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

/** Only the fields that change. */
export const profileEdit = z
  .strictObject({
    displayName: line(LIMITS.nameLength),
    locale: z
      .string()
      .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,4}$/, 'expected a language tag such as "en-GB"')
      .nullable(),
    defaultCurrency: currency.nullable(),
  })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

export const newMember = z.strictObject({ id: uuid, displayName: line(LIMITS.nameLength) });

export const newInvite = z.strictObject({
  token: inviteToken,
  role: role.exclude(['admin']).default('member'),
  /** A placeholder that the invited person is to take over. */
  claims: uuid.nullable().default(null),
});

export const inviteQuestion = z.strictObject({ token: inviteToken });

/** Either a new member with that id and name, or the placeholder named in `claims`. */
export const inviteAnswer = z.strictObject({
  token: inviteToken,
  member: z.strictObject({ id: uuid, displayName: line(LIMITS.nameLength) }),
  claims: uuid.nullable().default(null),
});

const expenseFields = {
  description: line(LIMITS.descriptionLength),
  date: calendarDate,
  amount,
  currency,
  category: z.string().regex(/^[a-z][a-z-]{0,31}$/, 'expected a category such as "food"'),
  payers,
  split,
  note: text(LIMITS.noteLength),
};

export const newExpense = z.strictObject({
  id: uuid,
  ...expenseFields,
  category: expenseFields.category.default('general'),
  note: expenseFields.note.default(''),
});

/** Only the fields that change. Amount, currency, payers and split are one unit: name all four or none. */
export const expenseEdit = z
  .strictObject(expenseFields)
  .partial()
  .refine(namesSomething, 'name at least one field')
  .refine(namesAllOrNone(EXPENSE_MONEY), 'amount, currency, payers and split change together')
  .meta({ minProperties: 1, dependentRequired: together(EXPENSE_MONEY) });

const settlementFields = { from: uuid, to: uuid, amount, currency, date: calendarDate, note: text(LIMITS.noteLength) };

export const newSettlement = z
  .strictObject({ id: uuid, ...settlementFields, note: settlementFields.note.default('') })
  .refine(({ from, to }) => from !== to, 'nobody settles with themselves');

/** Only the fields that change; from, to, amount and currency are one unit: name all four or none. */
export const settlementEdit = z
  .strictObject(settlementFields)
  .partial()
  .refine(namesSomething, 'name at least one field')
  .refine(namesAllOrNone(SETTLEMENT_MONEY), 'from, to, amount and currency change together')
  .refine(({ from, to }) => from === undefined || from !== to, 'nobody settles with themselves')
  .meta({ minProperties: 1, dependentRequired: together(SETTLEMENT_MONEY) });

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).default(LIMITS.defaultPageSize),
  cursor: z.string().min(1).max(400).optional(),
});

export const pullQuery = z.strictObject({
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).default(LIMITS.pageSize),
  /** The epoch the cursor belongs to; another one means that the database was restored. */
  epoch: z.string().max(100).optional(),
});

/**
 * `cursor` as the last answer gave it; without one, everything. `wait` is for how long an answer may be held back (seconds): so far every one
 * comes at once, and a client that asks for that is understood.
 */
export const changesQuery = z.strictObject({
  cursor: z.string().min(1).max(400).optional(),
  wait: z.coerce.number().int().min(0).max(0).default(0),
});

export const nothing = z.strictObject({});

export const pagination = z
  .object({ limit: z.int(), total: z.int(), hasMore: z.boolean(), nextCursor: z.string().nullable() })
  .meta({ id: 'Pagination' });

/** `changeCount` counts the changes ever made to what the page covers, so an unchanged pair of figures means nothing is new. */
export const changeMetadata = z
  .object({ lastChangeTimestamp: epochMs, changeCount: z.int(), serverTime: epochMs, epoch: z.string() })
  .meta({ id: 'ChangeMetadata' });

export const groupsPage = z.object({ groups: z.array(entity.groupSummary), pagination, metadata: changeMetadata });
export const expensesPage = z.object({ expenses: z.array(entity.expense), pagination, metadata: changeMetadata });
export const settlementsPage = z.object({ settlements: z.array(entity.settlement), pagination, metadata: changeMetadata });
/** Newest first. */
export const activityPage = z.object({ entries: z.array(entity.activityEntry), pagination, metadata: changeMetadata });

export const clientConfig = z.object({
  flags: z.record(z.string(), z.boolean()),
  epoch: z.string(),
  serverTime: epochMs,
});

export const openApi = z.looseObject({ openapi: z.string() });

/**
 * What a pull answers, and every mutation too (with its one entry). `group` is the group as of `group.seq` = `headSeq`;
 * it matches the entries only when `nextSince` = `headSeq`. A snapshot (`since=0`) adds the newest expenses and settlements.
 */
export const changesPage = z
  .object({
    group: entity.group,
    entries: z.array(entity.activityEntry),
    nextSince: z.int(),
    headSeq: z.int(),
    hasMore: z.boolean(),
    epoch: z.string(),
    snapshot: z
      .object({
        expenses: z.array(entity.expense),
        /** Where the older expenses begin; null where these are all. */
        nextCursor: z.string().nullable(),
        settlements: z.array(entity.settlement),
        /** Where the older settlements begin; null where these are all. */
        nextSettlementCursor: z.string().nullable(),
      })
      .optional(),
  })
  .meta({ id: 'ChangesPage' });

/**
 * What is new over all of the reader's groups: summaries of those that changed, and ids of those the reader is no longer in.
 * Changes may be told twice (clients compare `seq`), never left out. `hasMore`: ask again at once with the new cursor.
 */
export const changesDigest = z.object({
  groups: z.array(entity.groupSummary),
  removed: z.array(z.string()),
  cursor: z.string(),
  hasMore: z.boolean(),
  epoch: z.string(),
});

export const accountReceipt = z.object({ userId: z.string(), deletedAt: epochMs });

/** For whoever may not be in the group any more when the answer arrives: the `seq` of their change. */
export const departure = z.object({ groupId: z.string(), seq: z.int() });

/** Newest first; those that have expired or were withdrawn are left out. */
export const invitesList = z.object({ invites: z.array(entity.invite) });

export const invitePreview = z.object({
  groupName: z.string(),
  /** What whoever accepts it may do in the group. */
  role,
  /** Where the reader is in the group already: its id. */
  joinedGroupId: z.string().nullable(),
  placeholders: z.array(z.object({ id: z.string(), displayName: z.string() })),
  claims: z.string().nullable(),
});

export const transfer = z.object({ from: z.string(), to: z.string(), amount: signedMinor }).meta({ id: 'Transfer' });

/** Balances and the suggested transfers that settle them, per currency. */
export const balanceSheet = z.object({
  balances: entity.balances,
  transfers: z.record(z.string(), z.array(transfer)),
  seq: z.int(),
});

export const health = z.object({ status: z.enum(['ok', 'degraded']), version: z.string(), firestore: z.boolean() });
