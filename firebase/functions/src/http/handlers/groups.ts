import type { GroupService } from '../../services/groups.ts';
import type { Handlers } from '../handler.ts';

type GroupEndpoint = 'listGroups' | 'createGroup' | 'getGroup' | 'updateGroup' | 'deleteGroup' | 'getBalances';

export const groupHandlers = (groups: GroupService): Pick<Handlers, GroupEndpoint> => ({
  listGroups: ({ query, userId }) => groups.list(query, userId),
  createGroup: ({ body, mutation }) => groups.create(body, mutation),
  getGroup: ({ params, userId }) => groups.get(params.groupId, userId),
  updateGroup: ({ params, body, mutation }) => groups.update(params.groupId, body, mutation),
  deleteGroup: ({ params, mutation }) => groups.delete(params.groupId, mutation),
  getBalances: ({ params, userId }) => groups.balances(params.groupId, userId),
});
