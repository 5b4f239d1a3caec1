import { entity, field } from '@splitifyd/shared/schemas';
import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';

/**
 * Shapes of the stored documents, and of the parts of them that are read alone. They grow as the contract's entities do; a field that documents of
 * older days lack has its default here. Ids are the documents' names as well as fields, because clients read some documents directly.
 */

export const group = entity.group.extend({
  userIds: z.array(z.string()),
  floorSeq: z.int(),
  settlementCount: z.int().default(0),
  openInvites: z.record(z.string(), z.object({ by: z.string(), since: z.int().default(0), until: z.int() })).default({}),
  traceless: z.array(z.string()).default([]),
});
export const { expense, settlement } = entity;
export const debts = z.object({
  debts: z.record(z.string(), z.array(z.object({ from: z.string(), to: z.string(), amount: field.signedMinor }))),
});
export const entry = entity.activityEntry;
export const ledgerEntry = entry.extend({ actorUserId: z.string(), requestHash: z.string() });
export const invite = z.object({
  id: z.string(),
  role: field.role,
  claims: z.string().nullable(),
  expiresAt: z.int(),
  uses: z.int(),
  createdBy: z.string(),
  groupId: z.string(),
  createdAt: z.int(),
  issuedSeq: z.int(),
  revokedAt: z.int().nullable(),
});
export const account = entity.profile.extend({ deletion: z.object({ at: z.int() }).nullable() });
export const departure = z.object({ groupId: z.string(), leftAt: z.int() });
export const receipt = z.object({
  requestHash: z.string(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('group'), groupId: z.string(), seq: z.int() }),
    z.object({ kind: z.literal('profile'), profile: entity.profile }),
    z.object({ kind: z.literal('deletion'), deletedAt: z.int() }),
  ]),
  at: z.int(),
  expireAt: z.instanceof(Timestamp),
});

export const expenseMoney = expense.pick({ currency: true, amount: true, payers: true, shares: true });
export const settlementMoney = settlement.pick({ currency: true, amount: true, from: true, to: true });

/** The little of a group and of its activity that announcing needs. */
export const head = group.pick({ seq: true, members: true, deletedAt: true });
export const groupActivity = group.pick({ seq: true, lastActivityAt: true });
export const notification = z.object({ seq: z.int(), windowEndsAt: z.int() });
export const announcedEntry = ledgerEntry.pick({ seq: true, actorUserId: true, action: true, fields: true }).extend({
  entity: z.object({
    kind: z.enum(entity.entityState.options.map(({ shape }) => shape.kind.value)),
    // An entry about the group itself carries no id.
    state: z.object({ id: z.string().default('') }).prefault({}),
  }),
});
