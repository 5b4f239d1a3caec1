import type { Priority } from '@splitifyd/shared/contract';
import { DOCUMENT_ID, type LiveDocument, type LiveQuery } from '../../platform/live-query.ts';

/** Newest first, so that the first answer after a pause names the groups that changed last. */
export const changesOfAll = (uid: string): LiveQuery => ({
  collection: 'group-changes',
  where: [{ field: 'affectedUsers', is: 'array-contains', value: uid }],
  newestBy: 'timestamp',
  limit: 25,
});

/** A query, as a listener on the document itself dies when it is missing; and the rules demand the condition on `userIds`. */
export const groupItself = (groupId: string, uid: string): LiveQuery => ({
  collection: 'groups',
  where: [
    { field: DOCUMENT_ID, is: '==', value: groupId },
    { field: 'userIds', is: 'array-contains', value: uid },
  ],
});

/** Finds nothing most of the time: what is older than some minutes is cleaned away. */
export const expenseChangesOf = (groupId: string, uid: string): LiveQuery => ({
  collection: 'expense-changes',
  where: [
    { field: 'groupId', is: '==', value: groupId },
    { field: 'affectedUsers', is: 'array-contains', value: uid },
  ],
});

/** A group's head is announced; how soon to look matters for groups that nobody has open. */
export type OnPoke = (groupId: string, seq: number, priority: Priority) => void;

/** All kinds of documents carry the head as `seq` and are named like their group; that of the group itself has no priority. */
export function announce(documents: readonly LiveDocument[], onPoke: OnPoke): void {
  for (const { id, data } of documents) if (typeof data.seq === 'number') onPoke(id, data.seq, priorityOf(data));
}

export const headOf = (document: LiveDocument | undefined): number => (typeof document?.data.seq === 'number' ? document.data.seq : 0);

const priorityOf = ({ priority }: LiveDocument['data']): Priority => (priority === 'medium' || priority === 'low' ? priority : 'high');
