import type { ReadFeed } from '../../services/reading/activity.ts';
import type { Pull } from '../../services/reading/pull.ts';
import type { Handlers } from '../handler.ts';

export const activityHandlers = (pull: Pull, readFeed: ReadFeed): Pick<Handlers, 'pullChanges' | 'listActivity'> => ({
  pullChanges: ({ params, query, userId }) => pull(params.groupId, query, userId),
  listActivity: ({ params, query, userId }) => readFeed(params.groupId, query, userId),
});
