import { createHash } from 'node:crypto';
import type { ChangesPage, InvitePreview, InvitesList, ParsedBody } from '@splitifyd/shared/contract';
import { createInvite, isPlaceKept, openAt, revokeInvite, shownInvite } from './decisions/invites.ts';
import { acceptInvite } from './decisions/joining.ts';
import { previewInvite } from './decisions/preview.ts';
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
      const working = open.filter((invite) => isPlaceKept(invite, group));
      return { invites: working.sort((a, b) => b.issuedSeq - a.issuedSeq).map(shownInvite) };
    },

    async preview({ token }: ParsedBody<'previewInvite'>, userId: string): Promise<InvitePreview> {
      const invite = await find(token);
      const group = await groups.get(invite.groupId);
      if (!group || group.deletedAt !== null) throw new Problem('not-found');
      return previewInvite(invite, group, userId, now());
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
