import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { DocumentReference, DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Alongside, LedgerStore, Subject } from '../services/ports.ts';
import { commitBatch, requireUnchanged, revisionOf, timestampOf } from './commit.ts';
import {
  decodeGroup,
  decodeLedgerEntry,
  decodeReceipt,
  decodeSubject,
  encodeInvite,
  encodeLedgerEntry,
  encodeReceipt,
  SCHEMA_VERSION,
  seenAccount,
} from './documents.ts';
import { type Paths, paths } from './paths.ts';

/**
 * At most three reads and three writes for a change of money, settings or members, in two round trips. What is rarer may cost more:
 *
 *   joining     group, entry, invitation, account            group, entry, invitation, account, the note of departure (deleted, if there is one)
 *   leaving     group, entry, receipt                        group, entry, receipt, a note of departure for everybody who leaves
 *   creating    receipt, group, entry, account               the same (group-creations.ts)
 *
 * a group that does not simplify one more of each for its debts, and whoever takes the place of somebody who is forgotten one for their id.
 */
export function createLedgerStore(db: Firestore): LedgerStore {
  const at = paths(db);
  return {
    async read({ groupId, mutationId, subject, receiptOf, accountOf }) {
      const found = await getNamed(db, {
        group: at.group(groupId),
        recorded: at.entry(groupId, mutationId),
        subject: subject && subjectRef(at, groupId, subject),
        receipt: receiptOf === undefined ? undefined : at.receipt(receiptOf, mutationId),
        account: accountOf === undefined ? undefined : at.user(accountOf),
      });
      const state = found.group && decodeGroup(found.group);
      return {
        group: state && found.group?.updateTime ? { state, revision: revisionOf(found.group.updateTime) } : null,
        recorded: found.recorded ? decodeLedgerEntry(found.recorded) : null,
        found: subject && found.subject ? decodeSubject(subject.kind, found.subject) : null,
        receipt: found.receipt ? decodeReceipt(found.receipt) : null,
        account: found.account ? seenAccount(found.account) : null,
      };
    },

    isForgotten: async (groupId, memberId) => (await at.forgotten(groupId, memberId).get()).exists,

    commit({ groupId, revision, changes, record, debts, alongside, account, receipt }) {
      const batch = db.batch();
      batch.update(at.group(groupId), { ...changes }, { lastUpdateTime: timestampOf(revision) });
      batch.create(at.entry(groupId, record.entry.id), encodeLedgerEntry(record));
      const written: Written = { batch, at, groupId, entry: record.entry };
      writeEntity(written);
      if (debts) batch.set(at.debts(groupId), { debts, seq: record.entry.seq, schemaVersion: SCHEMA_VERSION });
      if (alongside) writeAlongside(written, alongside);
      if (account) requireUnchanged(batch, at.user(account.userId), account.revision);
      if (receipt) batch.create(at.receipt(record.actorUserId, record.entry.id), encodeReceipt(receipt));
      return commitBatch(batch);
    },
  };
}

function subjectRef(at: Paths, groupId: string, { kind, id }: Subject): DocumentReference {
  return kind === 'invite' ? at.invite(id) : at[kind](groupId, id);
}

/** Reads what is named, in one round trip; what is undefined stays undefined. */
async function getNamed<Name extends string>(
  db: Firestore,
  refs: Record<Name, DocumentReference | undefined>,
): Promise<Partial<Record<Name, DocumentSnapshot>>> {
  const wanted = (Object.entries(refs) as [Name, DocumentReference | undefined][]).flatMap(([name, ref]) => (ref ? [{ name, ref }] : []));
  const snapshots = await db.getAll(...wanted.map(({ ref }) => ref));
  const found: Partial<Record<Name, DocumentSnapshot>> = {};
  for (const [nth, { name }] of wanted.entries()) found[name] = snapshots[nth];
  return found;
}

/** Where a change is being written, and the entry that tells of it. */
interface Written {
  batch: WriteBatch;
  at: Paths;
  groupId: string;
  entry: ActivityEntry;
}

/** The entry carries its entity's new state; members and settings live in the group's own document. */
function writeEntity({ batch, at, groupId, entry: { seq, at: time, action, entity } }: Written): void {
  if (entity.kind === 'expense' || entity.kind === 'settlement') {
    const document = { ...entity.state, schemaVersion: SCHEMA_VERSION };
    const ref = subjectRef(at, groupId, { kind: entity.kind, id: entity.state.id });
    if (entity.state.version === 1) batch.create(ref, document);
    else batch.set(ref, document);
  }
  if (entity.kind === 'invite') {
    const ref = at.invite(entity.state.id);
    if (action === 'invite.revoked') batch.update(ref, { revokedAt: time });
    else batch.create(ref, encodeInvite({ ...entity.state, groupId, createdAt: time, issuedSeq: seq, revokedAt: null }));
  }
}

/** A note of departure tells an account's own clients that the group is gone; its list of groups no longer names it. */
function writeAlongside(
  { batch, at, groupId, entry: { seq, at: time } }: Written,
  { departed = [], arrived, replaced, inviteUses }: Alongside,
): void {
  for (const userId of departed) batch.set(at.departure(userId, groupId), { groupId, seq, leftAt: time, schemaVersion: SCHEMA_VERSION });
  if (arrived !== undefined) batch.delete(at.departure(arrived, groupId));
  if (replaced) batch.create(at.forgotten(groupId, replaced.memberId), { seq, schemaVersion: SCHEMA_VERSION });
  if (inviteUses) batch.update(at.invite(inviteUses.id), { uses: inviteUses.uses });
}
