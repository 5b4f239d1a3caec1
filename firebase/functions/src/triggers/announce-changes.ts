import { onDocumentWritten } from 'firebase-functions/firestore';
import { FUNCTIONS } from '../deployment.ts';
import type { Announcer } from '../services/notifications/announcer.ts';

type Announce = Announcer['announce'];

// Retried: an event that is dropped would be a change nobody hears of. What the event says of the group is never looked at,
// since it may be late; it only says that there is something to look at.

export const groupWrittenTrigger = (announce: Announce) =>
  onDocumentWritten({ ...FUNCTIONS.trigger, document: 'groups/{groupId}', retry: true }, ({ params }) =>
    announce({ kind: 'group-changes', groupId: params.groupId }),
  );

export const expenseWrittenTrigger = (announce: Announce) =>
  onDocumentWritten({ ...FUNCTIONS.trigger, document: 'groups/{groupId}/expenses/{expenseId}', retry: true }, ({ params }) =>
    announce({ kind: 'expense-changes', groupId: params.groupId }),
  );
