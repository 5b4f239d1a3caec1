import type { GroupService } from '../../services/groups.ts';
import type { Pull } from '../../services/pull.ts';
import type { Handlers } from '../handler.ts';

type GroupEndpoint = 'listGroups' | 'createGroup' | 'getGroup' | 'pullChanges' | 'getBalances';

export const groupHandlers = (groups: GroupService, pull: Pull): Pick<Handlers, GroupEndpoint> => ({
  listGroups: ({ query, userId }) => groups.list(query, userId),
  createGroup: ({ body, mutation }) => groups.create(body, mutation),
  getGroup: ({ params, userId }) => groups.get(params.groupId, userId),
  pullChanges: ({ params, query, userId }) => pull(params.groupId, query, userId),
  getBalances: ({ params, userId }) => groups.balances(params.groupId, userId),
});
