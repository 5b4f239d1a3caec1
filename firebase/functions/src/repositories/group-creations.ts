import type { Firestore } from 'firebase-admin/firestore';
import type { GroupCreationStore } from '../services/ports.ts';
import { commitBatch, requireUnchanged } from './commit.ts';
import {
  decodeGroup,
  decodeLedgerEntry,
  decodeReceipt,
  encodeLedgerEntry,
  encodeReceipt,
  SCHEMA_VERSION,
  seenAccount,
} from './documents.ts';
import { paths } from './paths.ts';

export function createGroupCreationStore(db: Firestore): GroupCreationStore {
  const at = paths(db);
  return {
    async read({ userId, mutationId, groupId }) {
      const [receipt, group, recorded, account] = await db.getAll(
        at.receipt(userId, mutationId),
        at.group(groupId),
        at.entry(groupId, mutationId),
        at.user(userId),
      );
      return {
        account: account ? seenAccount(account) : { userId, isDeleted: false, revision: null },
        receipt: receipt ? decodeReceipt(receipt) : null,
        group: group ? decodeGroup(group) : null,
        recorded: recorded ? decodeLedgerEntry(recorded) : null,
      };
    },

    commit({ userId, mutationId, groupId }, { group, record, receipt, account }) {
      const batch = db.batch();
      batch.create(at.receipt(userId, mutationId), encodeReceipt(receipt));
      batch.create(at.group(groupId), { ...group, schemaVersion: SCHEMA_VERSION });
      batch.create(at.entry(groupId, mutationId), encodeLedgerEntry(record));
      requireUnchanged(batch, at.user(userId), account.revision);
      return commitBatch(batch);
    },
  };
}
