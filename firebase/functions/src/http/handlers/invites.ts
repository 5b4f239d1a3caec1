import type { InviteService } from '../../services/invites.ts';
import type { Handlers } from '../handler.ts';

type InviteEndpoint = 'listInvites' | 'createInvite' | 'revokeInvite' | 'previewInvite' | 'acceptInvite';

export const inviteHandlers = (invites: InviteService): Pick<Handlers, InviteEndpoint> => ({
  listInvites: ({ params, userId }) => invites.list(params.groupId, userId),
  createInvite: ({ params, body, mutation }) => invites.create(params.groupId, body, mutation),
  revokeInvite: ({ params, mutation }) => invites.revoke(params.groupId, params.inviteId, mutation),
  previewInvite: ({ body, userId }) => invites.preview(body, userId),
  acceptInvite: ({ body, mutation }) => invites.accept(body, mutation),
});
