import { createHash } from 'node:crypto';
import {
  activeMemberOf,
  type ChangesPage,
  type InvitePreview,
  type InvitesList,
  memberOf,
  type ParsedBody,
} from '@splitifyd/shared/contract';
import { createInvite, isOpenTo, openAt, revokeInvite, shownInvite } from './decisions/invites.ts';
import { acceptInvite } from './decisions/joining.ts';
import type { Mutation } from './ledger/change.ts';
import type { Ledger } from './ledger/ledger.ts';
import { admit } from './membership.ts';
import type { GroupReader, InviteReader, StoredInvite } from './ports.ts';
import { Problem } from './problem.ts';

interface InviteDeps {
  ledger: Ledger;
  groups: GroupReader;
  invites: InviteReader;
  now(): number;
}

export type InviteService = ReturnType<typeof createInviteService>;

/** Invitations are found by the hash of their token, so that nobody who reads the database can use them. */
export function createInviteService({ ledger, groups, invites, now }: InviteDeps) {
  const find = async (token: string): Promise<StoredInvite> => {
    const invite = await invites.get(inviteIdOf(token));
    if (!invite) throw new Problem('not-found');
    return invite;
  };

  return {
    create(groupId: string, body: ParsedBody<'createInvite'>, mutation: Mutation): Promise<ChangesPage> {
      const inviteId = inviteIdOf(body.token);
      return ledger.change(
        { endpoint: 'createInvite', groupId, subject: { kind: 'invite', id: inviteId } },
        mutation,
        createInvite(inviteId, body),
      );
    },

    revoke: (groupId: string, inviteId: string, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change({ endpoint: 'revokeInvite', groupId, subject: { kind: 'invite', id: inviteId } }, mutation, revokeInvite),

    async list(groupId: string, userId: string): Promise<InvitesList> {
      const { group } = admit('listInvites', await groups.get(groupId), userId);
      const open = await invites.named(Object.keys(openAt(group, now())));
      return { invites: open.sort((a, b) => b.issuedSeq - a.issuedSeq).map(shownInvite) };
    },

    /** What the bearer of a token may know before joining: the group's name and its unclaimed placeholders. */
    async preview({ token }: ParsedBody<'previewInvite'>, userId: string): Promise<InvitePreview> {
      const invite = await find(token);
      const group = await groups.get(invite.groupId);
      if (!group || group.deletedAt !== null) throw new Problem('not-found');
      if (!isOpenTo(invite, group, memberOf(group, userId), now())) throw new Problem('invite-expired');
      const offered = Object.values(group.members).filter(
        ({ id, status }) => status === 'placeholder' && (invite.claims === null || invite.claims === id),
      );
      return {
        groupName: group.name,
        role: invite.role,
        joinedGroupId: activeMemberOf(group, userId) ? group.id : null,
        placeholders: offered.map(({ id, displayName }) => ({ id, displayName })),
        claims: invite.claims,
      };
    },

    async accept(body: ParsedBody<'acceptInvite'>, mutation: Mutation): Promise<ChangesPage> {
      const { id, groupId } = await find(body.token);
      // Read once more with the group, so that whoever withdraws it at this moment either comes first or finds it used.
      return ledger.enter(
        { endpoint: 'acceptInvite', groupId, subject: { kind: 'invite', id } },
        mutation,
        acceptInvite(mutation.userId, body),
      );
    },
  };
}

const inviteIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');
