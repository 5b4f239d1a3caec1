import type { MemberService } from '../../services/members.ts';
import type { Handlers } from '../handler.ts';

export const memberHandlers = (members: MemberService): Pick<Handlers, 'addMember' | 'updateMember' | 'removeMember'> => ({
  addMember: ({ params, body, mutation }) => members.add(params.groupId, body, mutation),
  updateMember: ({ params, body, mutation }) => members.update(params.groupId, params.memberId, body, mutation),
  removeMember: ({ params, mutation }) => members.remove(params.groupId, params.memberId, mutation),
});
