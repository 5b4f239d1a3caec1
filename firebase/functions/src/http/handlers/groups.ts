import type { GroupService } from '../../services/groups.ts';
import type { Handlers } from '../handler.ts';

type GroupEndpoint = 'listGroups' | 'createGroup' | 'getGroup' | 'getBalances';

export const groupHandlers = (groups: GroupService): Pick<Handlers, GroupEndpoint> => ({
  listGroups: ({ query, userId }) => groups.list(query, userId),
  createGroup: ({ body, mutation }) => groups.create(body, mutation),
  getGroup: ({ params, userId }) => groups.get(params.groupId, userId),
  getBalances: ({ params, userId }) => groups.balances(params.groupId, userId),
});
