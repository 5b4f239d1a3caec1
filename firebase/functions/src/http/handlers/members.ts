import type { GroupService } from '../../services/groups.ts';
import type { Handlers } from '../handler.ts';

export const memberHandlers = (groups: GroupService): Pick<Handlers, 'addMember'> => ({
  addMember: ({ params, body, mutation }) => groups.addMember(params.groupId, body, mutation),
});
