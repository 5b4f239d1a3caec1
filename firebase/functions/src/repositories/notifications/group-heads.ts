import type { Firestore } from 'firebase-admin/firestore';
import type { ChangeEntry, HeadReader } from '../../services/notifications/ports.ts';
import { paths } from '../paths.ts';
import { queries } from '../queries.ts';
import { announcedEntry, head } from '../shapes.ts';

const HEAD_FIELDS = Object.keys(head.shape);
const ENTRY_FIELDS = ['seq', 'actorUserId', 'action', 'fields', 'entity.kind', 'entity.state.id'];

/** The little of a group and of its activity that announcing needs; balances and entities stay where they are. */
export function createHeadReader(db: Firestore): HeadReader {
  const at = paths(db);
  const query = queries(db);

  return {
    async readHead(groupId) {
      const [snapshot] = await db.getAll(at.group(groupId), { fieldMask: HEAD_FIELDS });
      const data = snapshot?.data();
      if (data === undefined) return null;
      const { members, ...rest } = head.parse(data);
      return { ...rest, members: Object.values(members) };
    },

    async readEntries(groupId, { after, upTo, limit }) {
      const entries =
        after === null ? query.activityUpTo(groupId, upTo).limit(1) : query.activityBetween(groupId, after, upTo).limit(limit);
      const { docs } = await entries.select(...ENTRY_FIELDS).get();
      return docs.map((document): ChangeEntry => {
        const { entity, ...entry } = announcedEntry.parse(document.data());
        return { ...entry, entity: { kind: entity.kind, id: entity.state.id } };
      });
    },
  };
}
