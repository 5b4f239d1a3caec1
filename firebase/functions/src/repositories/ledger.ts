import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { LedgerStore } from '../services/ports.ts';
import { commitBatch, revisionOf, timestampOf } from './commit.ts';
import { decodeExpense, decodeGroup, decodeInvite, decodeLedgerEntry, encodeLedgerEntry, SCHEMA_VERSION } from './documents.ts';
import { type Paths, paths } from './paths.ts';

/** At most three reads and three writes a mutation, in two round trips. */
export function createLedgerStore(db: Firestore): LedgerStore {
  const at = paths(db);
  return {
    async read({ groupId, mutationId, expenseId, inviteId }) {
      const refs = [at.group(groupId), at.entry(groupId, mutationId)];
      if (expenseId !== undefined) refs.push(at.expense(groupId, expenseId));
      if (inviteId !== undefined) refs.push(at.invite(inviteId));
      const [group, recorded, entity] = await db.getAll(...refs);
      const state = group && decodeGroup(group);
      return {
        group: state && group?.updateTime ? { state, revision: revisionOf(group.updateTime) } : null,
        recorded: recorded ? decodeLedgerEntry(recorded) : null,
        expense: entity && expenseId !== undefined ? decodeExpense(entity) : null,
        invite: entity && inviteId !== undefined ? decodeInvite(entity) : null,
      };
    },

    commit({ groupId, revision, changes, record }) {
      const batch = db.batch();
      batch.update(at.group(groupId), { ...changes }, { lastUpdateTime: timestampOf(revision) });
      batch.create(at.entry(groupId, record.entry.id), encodeLedgerEntry(record));
      writeEntity(batch, at, groupId, record.entry);
      return commitBatch(batch);
    },
  };
}

/** The entry carries its entity's new state; members and settings live in the group's own document. */
function writeEntity(batch: WriteBatch, at: Paths, groupId: string, { seq, at: time, entity }: ActivityEntry): void {
  if (entity.kind === 'expense') {
    const document = { ...entity.state, schemaVersion: SCHEMA_VERSION };
    const ref = at.expense(groupId, entity.state.id);
    if (entity.state.version === 1) batch.create(ref, document);
    else batch.set(ref, document);
  }
  if (entity.kind === 'invite') {
    batch.create(at.invite(entity.state.id), { ...entity.state, groupId, createdAt: time, issuedSeq: seq, schemaVersion: SCHEMA_VERSION });
  }
}
