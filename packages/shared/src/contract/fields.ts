import { z } from 'zod';
import { isCalendarDate, isCurrency, MAX_AMOUNT, type Minor, minor, normaliseLine, normaliseText, SPLIT_MODES } from '../domain/index.ts';
import { LIMITS } from './limits.ts';
import { ROLES } from './roles.ts';

/** Building blocks of the schemas: one meaning, one definition. */

/** Client-made ids are UUIDs in lower case, so that one id has one spelling. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'expected a UUID in lower case')
  .describe('A UUID in lower case');

/** A UUID where an entity is made: its author chooses it. */
export const newId = uuid.describe('A new UUID in lower case, chosen by the client; one that is in use is `id-in-use`');

/**
 * Composing (NFC) makes one character of four at most, so longer text cannot fit. Reordering accents takes time that grows with the square of
 * how many follow each other: it is refused first.
 */
const boundedBeforeNormalising = (maxLength: number) => z.string().max(4 * maxLength);

/** Text of one line, normalised and not empty. Anything but half a character is somebody's legitimate name. */
export const line = (maxLength: number) =>
  boundedBeforeNormalising(maxLength)
    .transform(normaliseLine)
    .pipe(
      z
        .string()
        .min(1)
        .max(maxLength)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'this character is not allowed'),
    )
    .meta({ minLength: 1, maxLength });

/** Text of several lines, normalised; may be empty. */
export const text = (maxLength: number) =>
  boundedBeforeNormalising(maxLength)
    .transform(normaliseText)
    .pipe(
      z
        .string()
        .max(maxLength)
        .regex(/^[^\p{Cs}\0]*$/u, 'this character is not allowed'),
    )
    .meta({ maxLength });

export const currency = z
  .string()
  .refine(isCurrency, 'expected an ISO 4217 currency code')
  .meta({ pattern: '^[A-Z]{3}$', examples: ['EUR'], description: 'ISO 4217 currency code' });

export const calendarDate = z.string().refine(isCalendarDate, 'expected a calendar date, YYYY-MM-DD').meta({
  format: 'date',
  pattern: '^(19|2\\d)\\d\\d-\\d\\d-\\d\\d$',
  description: 'A calendar date without a time zone, from 1900-01-01 to 2999-12-31',
});

/** Minor units that somebody paid or owes: an integer from 1 to `MAX_AMOUNT`. */
export const amount = z
  .int()
  .min(1)
  .max(MAX_AMOUNT)
  .transform((value): Minor => minor(value))
  .meta({ description: "Money in whole units of the currency's smallest coin" });

/** Minor units of any sign, as in balances. */
export const signedMinor = z
  .int()
  .transform((value): Minor => minor(value))
  .describe("Money in whole units of the currency's smallest coin");

/** Time in milliseconds since 1970 (UTC). */
export const epochMs = z.int().min(0).describe('Milliseconds since 1970 (UTC)');

export const role = z
  .enum(ROLES)
  .describe(
    'What a member may do: a `viewer` looks on, a `member` writes expenses, settlements and invitations, an `admin` manages the group too',
  );

/** What the numbers of a split are, for whoever reads the API's document. */
export const ENTRIES = `Member id → a whole number, for each participant. By \`mode\`:
- \`equal\`: 1 for each
- \`exact\`: the member's share in minor units, from 0; they sum to the amount
- \`percent\`: basis points (hundredths of a percent), from 0; they sum to 10000
- \`shares\`: a weight from 0 to 10000; not all are 0
- \`adjustment\`: what the member bears more (or, negative, less) than the others, in minor units, 0 for none; the rest of the amount is split equally, and no share is below 0`;

const fitsGroup = (record: Record<string, unknown>) => Object.keys(record).length <= LIMITS.membersPerGroup;

/** memberId → minor units paid, at least one payer. */
export const payers = z
  .record(uuid, amount)
  .refine((record) => Object.keys(record).length > 0, 'name at least one payer')
  .refine(fitsGroup, 'too many members')
  .meta({
    minProperties: 1,
    maxProperties: LIMITS.membersPerGroup,
    description: 'Member id → what that member paid, in minor units. Together they paid exactly `amount`',
  });

/** How an expense is divided; the meaning of the entries depends on the mode (see `Split` in the domain). */
export const split = z
  .strictObject({
    mode: z.enum(SPLIT_MODES).describe('What the numbers in `entries` are'),
    entries: z
      .record(uuid, z.int().meta({ minimum: -MAX_AMOUNT, maximum: MAX_AMOUNT }))
      .refine(fitsGroup, 'too many members')
      .meta({ minProperties: 1, maxProperties: LIMITS.membersPerGroup, description: ENTRIES }),
  })
  .describe(
    'Between whom the amount is divided, and how. Odd units go to the largest remainders; where those are equal the id of the expense decides',
  );

export const simplifyDebts = z
  .boolean()
  .describe('Whether as few transfers as possible are suggested (true), or each pair keeps its own debt (false)');

/** What an invitation is known by: the SHA-256 of its token, in hex. */
export const inviteId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected the id of an invitation')
  .describe('The SHA-256 of the token of the invitation, in hex');

/** Secret of an invitation: at least 128 random bits, base64url; the server stores its SHA-256 only. */
export const inviteToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/, 'expected an invitation token')
  .describe('The secret of the invitation: at least 128 random bits as base64url, made by who invites. The server keeps its hash alone');
