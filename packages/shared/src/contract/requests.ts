import { z } from 'zod';
import { amount, calendarDate, currency, inviteToken, line, newId, payers, role, simplifyDebts, split, text, uuid } from './fields.ts';
import { LIMITS } from './limits.ts';
import { EXPENSE_MONEY, SETTLEMENT_MONEY } from './money-fields.ts';

/** Bodies and queries of the endpoints. They are strict: unknown fields are refused. */

/** For JSON Schema: who names one of the fields names them all. */
const together = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, fields.filter((other) => other !== field)]));

const namesAllOrNone =
  <Field extends string>(fields: readonly Field[]) =>
  (edit: { [Name in Field]?: unknown }) =>
    new Set(fields.map((field) => edit[field] === undefined)).size === 1;

const namesSomething = (edit: object) => Object.keys(edit).length > 0;

/** In words, as zod tells no default of what it transforms. */
const orEmpty = (meaning: string) => `${meaning}; empty where it is left out`;

const memberName = line(LIMITS.nameLength).describe('The name in this group');

const groupFields = {
  name: line(LIMITS.nameLength).describe('The name of the group'),
  description: text(LIMITS.descriptionLength).describe('What the group is for'),
  currency: currency.describe('ISO 4217 code: what is proposed for a new expense'),
};

export const newGroup = z.strictObject({
  id: newId,
  ...groupFields,
  description: groupFields.description.describe(orEmpty('What the group is for')).default(''),
  member: z
    .strictObject({ id: newId, displayName: memberName })
    .describe('The own place in the ledger of who makes the group, as its administrator'),
});

/** Only the fields that change. */
export const groupEdit = z
  .strictObject({
    ...groupFields,
    settings: z
      .strictObject({
        simplifyDebts,
      })
      .describe('How the group wants it'),
  })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

/** Only the fields that change. Everybody edits their own name, members those of placeholders, administrators everything. */
export const memberEdit = z
  .strictObject({ displayName: memberName, role })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

/** Only the fields that change. */
export const profileEdit = z
  .strictObject({
    displayName: line(LIMITS.nameLength).describe('What is proposed as the name in a new group'),
    locale: z
      .string()
      .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,4}$/, 'expected a language tag such as "en-GB"')
      .nullable()
      .describe("BCP 47 language tag such as `en-GB`; null: the browser's"),
    defaultCurrency: currency.nullable().describe('ISO 4217 code: what is proposed for a new group; null: nothing is'),
  })
  .partial()
  .refine(namesSomething, 'name at least one field')
  .meta({ minProperties: 1 });

export const newMember = z.strictObject({ id: newId, displayName: memberName });

export const newInvite = z.strictObject({
  token: inviteToken,
  role: role.exclude(['admin']).describe('What whoever joins may do; nobody is invited as an `admin`').default('member'),
  claims: uuid
    .nullable()
    .describe('The placeholder that the invited person is to take over; null: the invitation is for anybody')
    .default(null),
});

export const inviteQuestion = z.strictObject({ token: inviteToken });

/** Either a new member with that id and name, or the placeholder named in `claims`. */
export const inviteAnswer = z.strictObject({
  token: inviteToken,
  member: z
    .strictObject({ id: newId, displayName: memberName })
    .describe('The place in the ledger of who joins; not used where a placeholder is claimed, or who comes back gets their old one'),
  claims: uuid
    .nullable()
    .describe(
      'The placeholder to take over, by its member id, with its name and balance; null: none. An invitation for one placeholder gives that one',
    )
    .default(null),
});

const expenseFields = {
  description: line(LIMITS.descriptionLength).describe('What it was for'),
  date: calendarDate,
  amount,
  currency,
  category: z
    .string()
    .regex(/^[a-z][a-z-]{0,31}$/, 'expected a category such as "food"')
    .describe('A word such as `food`, of small letters and hyphens'),
  payers,
  split,
  note: text(LIMITS.noteLength).describe('Whatever else there is to say'),
};

export const newExpense = z.strictObject({
  id: newId,
  ...expenseFields,
  category: expenseFields.category.default('general'),
  note: expenseFields.note.describe(orEmpty('Whatever else there is to say')).default(''),
});

export const expenseEdit = z
  .strictObject(expenseFields)
  .partial()
  .refine(namesSomething, 'name at least one field')
  .refine(namesAllOrNone(EXPENSE_MONEY), 'amount, currency, payers and split change together')
  .meta({
    minProperties: 1,
    dependentRequired: together(EXPENSE_MONEY),
    description: 'Only the fields that change. `amount`, `currency`, `payers` and `split` are one unit: all four or none',
  });

const settlementFields = {
  from: uuid.describe('The member who paid; the balance goes up. Another one than `to`: nobody settles with themselves'),
  to: uuid.describe('The member who received; the balance goes down. Another one than `from`'),
  amount,
  currency,
  date: calendarDate,
  note: text(LIMITS.noteLength).describe('Whatever there is to say'),
};

export const newSettlement = z
  .strictObject({ id: newId, ...settlementFields, note: settlementFields.note.describe(orEmpty('Whatever there is to say')).default('') })
  .refine(({ from, to }) => from !== to, 'nobody settles with themselves')
  .describe('One member paid another. Nobody settles with themselves: `from` and `to` are two members');

export const settlementEdit = z
  .strictObject(settlementFields)
  .partial()
  .refine(namesSomething, 'name at least one field')
  .refine(namesAllOrNone(SETTLEMENT_MONEY), 'from, to, amount and currency change together')
  .refine(({ from, to }) => from === undefined || from !== to, 'nobody settles with themselves')
  .meta({
    minProperties: 1,
    dependentRequired: together(SETTLEMENT_MONEY),
    description:
      'Only the fields that change. `from`, `to`, `amount` and `currency` are one unit: all four or none. Nobody settles with themselves: `from` and `to` are two members',
  });

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).describe('How many at most').default(LIMITS.defaultPageSize),
  cursor: z.string().min(1).max(400).describe('`nextCursor` of the page before, as it came; without one, the first page').optional(),
});

export const pullQuery = z.strictObject({
  since: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .describe(
      'Up to which `seq` the group is known: `nextSince` of the last answer. 0 asks for a snapshot, which is never refused as too old. Above the head, or where the history no longer reaches back so far, `reload-required`',
    )
    .default(0),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMITS.pageSize)
    .describe('How many entries at most; a snapshot has its own sizes')
    .default(LIMITS.pageSize),
  epoch: z
    .string()
    .max(100)
    .describe(
      '`epoch` of the answer that `since` is from. Where the database has been restored meanwhile it is another one: `reload-required`',
    )
    .optional(),
});

/**
 * `cursor` as the last answer gave it; without one, everything. `wait` is for how long an answer may be held back (seconds): so far every one
 * comes at once, and a client that asks for that is understood.
 */
export const changesQuery = z.strictObject({
  cursor: z
    .string()
    .min(1)
    .max(400)
    .describe('`cursor` of the last answer, as it came; without one, everything is told. One of another epoch is `reload-required`')
    .optional(),
  wait: z.coerce
    .number()
    .int()
    .min(0)
    .max(0)
    .describe('For how many seconds the answer may be held back until there is something new. Every answer comes at once so far: 0')
    .default(0),
});

export const nothing = z.strictObject({});
