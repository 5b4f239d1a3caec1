import { z } from 'zod';
import * as entity from './entities.ts';
import { epochMs, role, signedMinor } from './fields.ts';

/** What the endpoints answer; it may grow. */

export const pagination = z
  .object({
    limit: z.int().describe('How many a page has at most'),
    total: z.int().describe('How many there are in all'),
    hasMore: z.boolean().describe('Whether another page follows'),
    nextCursor: z.string().nullable().describe('What to send as `cursor` for the next page; null on the last one'),
  })
  .meta({ id: 'Pagination', description: 'Where a page stands in its list' });

const epoch = z
  .string()
  .describe('The id of the history of the database; another one means that a back-up was restored, and that all must be loaded anew');

const changeMetadata = z
  .object({
    lastChangeTimestamp: epochMs.describe('When anything that the list covers changed last'),
    changeCount: z
      .int()
      .describe('The changes ever made to what the list covers: as long as this and the time are the same, nothing is new'),
    serverTime: epochMs.describe('The time of the server'),
    epoch,
  })
  .meta({ id: 'ChangeMetadata', description: 'Whether anything is new' });

const page = { pagination, metadata: changeMetadata };
const newestFirst = 'Newest date first, then last made; deleted ones are left out';
export const groupsPage = z.object({ groups: z.array(entity.groupSummary).describe('Newest activity first'), ...page });
export const expensesPage = z.object({ expenses: z.array(entity.expense).describe(newestFirst), ...page });
export const settlementsPage = z.object({ settlements: z.array(entity.settlement).describe(newestFirst), ...page });
export const activityPage = z.object({ entries: z.array(entity.activityEntry).describe('Newest first'), ...page });

export const clientConfig = z.object({
  flags: z.record(z.string(), z.boolean()).describe('Name of a feature → whether this account has it'),
  epoch,
  serverTime: epochMs.describe('The time of the server'),
});

export const openApi = z.looseObject({ openapi: z.string().describe('The version of OpenAPI') });

/**
 * What a pull answers, and every mutation too (with its one entry). `group` is the group as of `group.seq` = `headSeq`;
 * it matches the entries only when `nextSince` = `headSeq`. A snapshot (`since=0`) adds the newest expenses and settlements.
 */
export const changesPage = z
  .object({
    group: entity.group.describe(
      'The group as it is at `headSeq`; it matches what is known of its entries only where `nextSince` is `headSeq`',
    ),
    entries: z
      .array(entity.activityEntry)
      .describe('What happened, oldest first. After a mutation, its one entry; none where nothing differed'),
    nextSince: z
      .int()
      .describe(
        'What to send as `since` next. After a mutation it moves the own cursor only where that is `nextSince` − 1 and there is an entry; else pull',
      ),
    headSeq: z.int().describe('The `seq` of the newest change of the group'),
    hasMore: z.boolean().describe('Whether entries up to the head are still to be asked for'),
    epoch,
    snapshot: z
      .object({
        expenses: z.array(entity.expense).describe('The newest expenses, newest first'),
        nextCursor: z.string().nullable().describe('The `cursor` for the older expenses; null where these are all'),
        settlements: z.array(entity.settlement).describe('The newest settlements, newest first'),
        nextSettlementCursor: z.string().nullable().describe('The `cursor` for the older settlements; null where these are all'),
      })
      .describe('For `since=0` alone: what to begin with, all of one moment')
      .optional(),
  })
  .meta({ id: 'ChangesPage', description: 'What a pull answers, and every mutation of a group, too' });

/**
 * What is new over all of the reader's groups: summaries of those that changed, and ids of those the reader is no longer in.
 * Changes may be told twice (clients compare `seq`), never left out. `hasMore`: ask again at once with the new cursor.
 */
export const changesDigest = z.object({
  groups: z.array(entity.groupSummary).describe('Those that changed. One may be told twice (compare `seq`), none is left out'),
  removed: z.array(z.string()).describe('The ids of those that the reader is no longer in'),
  cursor: z.string().describe('What to send as `cursor` next'),
  hasMore: z.boolean().describe('Whether there is more already: ask again at once'),
  epoch,
});

export const accountReceipt = z.object({
  userId: z.string().describe('The id of the account'),
  deletedAt: epochMs.describe('When its deletion began'),
});

/** For whoever may not be in the group any more when the answer arrives: the `seq` of their change. */
export const departure = z.object({
  groupId: z.string().describe('The id of the group'),
  seq: z.int().describe('The `seq` of this change in the group'),
});

export const invitesList = z.object({
  invites: z.array(entity.invite).describe('Newest first; those that have expired or were withdrawn are left out'),
});

export const invitePreview = z.object({
  groupName: z.string().describe('The name of the group'),
  role: role.describe('What whoever accepts it may do in the group'),
  joinedGroupId: z.string().nullable().describe('The id of the group, where the reader is in it already; else null'),
  placeholders: z
    .array(z.object({ id: z.string().describe('Its member id'), displayName: z.string().describe('Its name') }))
    .describe('Whose place the reader may take; who was in the group before is offered their own alone'),
  claims: z.string().nullable().describe('The only place that they can have by it; null: one of these, or a new one'),
});

export const transfer = z
  .object({
    from: z.string().describe('The member who is to pay'),
    to: z.string().describe('The member who is to receive'),
    amount: signedMinor,
  })
  .meta({ id: 'Transfer', description: 'A payment that is suggested; never of 0' });

/** Balances and the suggested transfers that settle them, per currency. */
export const balanceSheet = z.object({
  balances: entity.balances,
  transfers: z.record(z.string(), z.array(transfer)).describe('Currency → the transfers that bring every balance to 0'),
  seq: z.int().describe('The `seq` of the group that they are of'),
});

export const health = z.object({
  status: z.enum(['ok', 'degraded']).describe('`degraded` where the database does not answer'),
  version: z.string().describe('The build: its version, and the commit or time that tells two deployments apart'),
  firestore: z.boolean().describe('Whether the database answers'),
});
