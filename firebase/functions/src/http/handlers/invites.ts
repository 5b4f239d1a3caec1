import type { InviteService } from '../../services/invites.ts';
import type { Handlers } from '../handler.ts';

export const inviteHandlers = (invites: InviteService): Pick<Handlers, 'createInvite' | 'previewInvite' | 'acceptInvite'> => ({
  createInvite: ({ params, body, mutation }) => invites.create(params.groupId, body, mutation),
  previewInvite: ({ body, userId }) => invites.preview(body, userId),
  acceptInvite: ({ body, mutation }) => invites.accept(body, mutation),
});
