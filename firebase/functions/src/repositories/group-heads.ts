import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import type { ChangeEntry, GroupHead, HeadReader } from '../services/notifications/ports.ts';

const HEAD_FIELDS = ['seq', 'members', 'deletedAt'];
const ENTRY_FIELDS = ['seq', 'actorUserId', 'action', 'fields', 'entity.kind', 'entity.state.id'];

/** The little of a group and of its activity that announcing needs; balances and entities stay where they are. */
export function createHeadReader(firestore: Firestore): HeadReader {
  const documentOf = (groupId: string) => firestore.collection('groups').doc(groupId);

  return {
    async readHead(groupId) {
      const [snapshot] = await firestore.getAll(documentOf(groupId), { fieldMask: HEAD_FIELDS });
      const data = snapshot?.data();
      return data === undefined ? null : headOf(data);
    },

    async readEntries(groupId, { after, upTo, limit }) {
      const upToHead = documentOf(groupId)
        .collection('activity')
        .where('seq', '<=', upTo)
        .select(...ENTRY_FIELDS);
      const query =
        after === null ? upToHead.orderBy('seq', 'desc').limit(1) : upToHead.where('seq', '>', after).orderBy('seq').limit(limit);
      const { docs } = await query.get();
      return docs.map((entry) => changeEntryOf(entry.data()));
    },
  };
}

/** Decodes what `HEAD_FIELDS` select; these documents have no author but the ledger's repository. */
function headOf(data: DocumentData): GroupHead {
  return { seq: data.seq, members: Object.values(data.members), deletedAt: data.deletedAt ?? null };
}

function changeEntryOf(data: DocumentData): ChangeEntry {
  const { seq, actorUserId, action, fields, entity } = data;
  // The entity of `group.created` carries no id of its own: it is the group.
  return { seq, actorUserId, action, fields, entity: { kind: entity.kind, id: entity.state?.id ?? '' } };
}
