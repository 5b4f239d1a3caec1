import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Alongside, LedgerStore } from '../services/ports.ts';
import { commitBatch, revisionOf, timestampOf } from './commit.ts';
import {
  decodeExpense,
  decodeGroup,
  decodeInvite,
  decodeLedgerEntry,
  decodeReceipt,
  decodeSettlement,
  encodeLedgerEntry,
  encodeReceipt,
  SCHEMA_VERSION,
} from './documents.ts';
import { type Paths, paths } from './paths.ts';

/** At most three reads and three writes a mutation, in two round trips; groups that do not simplify cost one more of each for their debts. */
export function createLedgerStore(db: Firestore): LedgerStore {
  const at = paths(db);
  return {
    async read({ groupId, mutationId, expenseId, settlementId, inviteId, receiptOf }) {
      const refs = [at.group(groupId), at.entry(groupId, mutationId)];
      if (expenseId !== undefined) refs.push(at.expense(groupId, expenseId));
      if (settlementId !== undefined) refs.push(at.settlement(groupId, settlementId));
      if (inviteId !== undefined) refs.push(at.invite(inviteId));
      if (receiptOf !== undefined) refs.push(at.receipt(receiptOf, mutationId));
      const [group, recorded, ...others] = await db.getAll(...refs);
      const entity = others[0];
      const receipt = receiptOf === undefined ? undefined : others.at(-1);
      const state = group && decodeGroup(group);
      return {
        group: state && group?.updateTime ? { state, revision: revisionOf(group.updateTime) } : null,
        recorded: recorded ? decodeLedgerEntry(recorded) : null,
        expense: entity && expenseId !== undefined ? decodeExpense(entity) : null,
        settlement: entity && settlementId !== undefined ? decodeSettlement(entity) : null,
        invite: entity && inviteId !== undefined ? decodeInvite(entity) : null,
        receipt: receipt ? decodeReceipt(receipt) : null,
      };
    },

    commit({ groupId, revision, changes, record, debts, alongside, receipt }) {
      const batch = db.batch();
      batch.update(at.group(groupId), { ...changes }, { lastUpdateTime: timestampOf(revision) });
      batch.create(at.entry(groupId, record.entry.id), encodeLedgerEntry(record));
      writeEntity(batch, at, groupId, record.entry);
      if (debts) batch.set(at.debts(groupId), { debts, seq: record.entry.seq, schemaVersion: SCHEMA_VERSION });
      if (alongside) writeAlongside(batch, at, groupId, record.entry, alongside);
      if (receipt) batch.create(at.receipt(record.actorUserId, record.entry.id), encodeReceipt(receipt));
      return commitBatch(batch);
    },
  };
}

/** The entry carries its entity's new state; members and settings live in the group's own document. */
function writeEntity(batch: WriteBatch, at: Paths, groupId: string, { seq, at: time, action, entity }: ActivityEntry): void {
  if (entity.kind === 'expense' || entity.kind === 'settlement') {
    const document = { ...entity.state, schemaVersion: SCHEMA_VERSION };
    const ref = entity.kind === 'expense' ? at.expense(groupId, entity.state.id) : at.settlement(groupId, entity.state.id);
    if (entity.state.version === 1) batch.create(ref, document);
    else batch.set(ref, document);
  }
  if (entity.kind === 'invite') {
    const ref = at.invite(entity.state.id);
    const issued = { ...entity.state, groupId, createdAt: time, issuedSeq: seq, revokedAt: null, schemaVersion: SCHEMA_VERSION };
    if (action === 'invite.revoked') batch.update(ref, { revokedAt: time });
    else batch.create(ref, issued);
  }
}

/** A note of departure tells an account's own clients that the group is gone; its list of groups no longer names it. */
function writeAlongside(batch: WriteBatch, at: Paths, groupId: string, { seq, at: time }: ActivityEntry, alongside: Alongside): void {
  const { departed = [], returned, inviteUses } = alongside;
  for (const userId of departed) batch.set(at.departure(userId, groupId), { groupId, seq, leftAt: time, schemaVersion: SCHEMA_VERSION });
  if (returned !== undefined) batch.delete(at.departure(returned, groupId));
  if (inviteUses) batch.update(at.invite(inviteUses.id), { uses: inviteUses.uses });
}
