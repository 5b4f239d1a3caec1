import { z } from 'zod';
import { isCalendarDate, isCurrency, MAX_AMOUNT, type Minor, minor, normaliseLine, normaliseText, SPLIT_MODES } from '../domain/index.ts';
import { LIMITS } from './limits.ts';
import { ROLES } from './roles.ts';

/** Building blocks of the schemas: one meaning, one definition. */

/** Client-made ids are UUIDs in lower case, so that one id has one spelling. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'expected a UUID in lower case');

/** Text of one line, normalised and not empty. Anything but half a character is somebody's legitimate name. */
export const line = (maxLength: number) =>
  z
    .string()
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
  z
    .string()
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

export const calendarDate = z
  .string()
  .refine(isCalendarDate, 'expected a calendar date, YYYY-MM-DD')
  .meta({ format: 'date', description: 'A calendar date without a time zone, from 1900-01-01 to 2999-12-31' });

/** Minor units that somebody paid or owes: an integer from 1 to `MAX_AMOUNT`. */
export const amount = z
  .int()
  .min(1)
  .max(MAX_AMOUNT)
  .transform((value): Minor => minor(value))
  .meta({ description: "Money in whole units of the currency's smallest coin" });

/** Minor units of any sign, as in balances. */
export const signedMinor = z.int().transform((value): Minor => minor(value));

/** Time in milliseconds since 1970 (UTC). */
export const epochMs = z.int().min(0);

export const role = z.enum(ROLES);

const fitsGroup = (record: Record<string, unknown>) => Object.keys(record).length <= LIMITS.membersPerGroup;

/** memberId → minor units paid, at least one payer. */
export const payers = z
  .record(uuid, amount)
  .refine((record) => Object.keys(record).length > 0, 'name at least one payer')
  .refine(fitsGroup, 'too many members')
  .meta({ minProperties: 1, maxProperties: LIMITS.membersPerGroup });

/** How an expense is divided; the meaning of the entries depends on the mode (see `Split` in the domain). */
export const split = z.strictObject({
  mode: z.enum(SPLIT_MODES),
  entries: z.record(uuid, z.int()).refine(fitsGroup, 'too many members').meta({ maxProperties: LIMITS.membersPerGroup }),
});

/** What an invitation is known by: the SHA-256 of its token, in hex. */
export const inviteId = z.string().regex(/^[0-9a-f]{64}$/, 'expected the id of an invitation');

/** Secret of an invitation: at least 128 random bits, base64url; the server stores its SHA-256 only. */
export const inviteToken = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, 'expected an invitation token');
