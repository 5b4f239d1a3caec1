import { type Member, memberOf, type ParsedBody, type Role } from '@splitifyd/shared/contract';
import type { Change, Decide, Stamp } from '../ledger/change.ts';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { Problem } from '../problem.ts';
import { claimable, foundInvite, isOpenTo, placeOf } from './invites.ts';
import { arriving, requireSeat, withNewcomer } from './places.ts';

/**
 * Lets an account in by an invitation: back into the place it once held, into a placeholder's, or into a new one of its own.
 * Who is in already stays as they are: nothing changes.
 */
export const acceptInvite =
  (userId: string, body: ParsedBody<'acceptInvite'>): Decide<null> =>
  ({ group, found }, stamp) => {
    const held = memberOf(group, userId);
    if (held?.status === 'active') return null;
    const invite = foundInvite(found);
    if (!isOpenTo(invite, group, held, stamp.at)) throw new Problem('invite-expired');
    placeOf(invite, group);
    if (held) {
      requireSeat(group);
      const member = { ...held, ...returning(held, invite.role, stamp) };
      return joined({ group, member, userId, invite, fields: ['status', 'role'] });
    }

    // An invitation that names a placeholder is that person's; whatever else its bearer asks for is not offered.
    const claims = invite.claims ?? body.claims;
    if (claims) {
      const member = { ...claimed(group, claims, userId, stamp), role: invite.role };
      return joined({ group, member, userId, invite, fields: ['status', 'userId'] });
    }
    const member: Member = { ...arriving(body.member, stamp.seq), role: invite.role, status: 'active', userId };
    const change = joined({ group, member, userId, invite, fields: [] });
    const placed = withNewcomer(group, member, invite, stamp.at);
    return { ...change, group: { ...change.group, ...placed.group }, alongside: { ...change.alongside, ...placed.alongside } };
  };

const returning = (held: Member, role: Role, { seq }: Stamp) => ({
  role,
  status: 'active' as const,
  version: held.version + 1,
  joinedSeq: seq,
  leftSeq: null,
  leftAt: null,
});

/** Who claims a place is there from now on: what happened in it before was before their time. */
function claimed(group: StoredGroup, memberId: string, userId: string, { seq }: Stamp): Member {
  const placeholder = claimable(group, memberId);
  return { ...placeholder, status: 'active', userId, version: placeholder.version + 1, joinedSeq: seq };
}

interface Joining {
  group: StoredGroup;
  member: Member;
  userId: string;
  invite: StoredInvite;
  fields: string[];
}

function joined({ group, member, userId, invite: { id, uses }, fields }: Joining): Change {
  return {
    group: { members: { ...group.members, [member.id]: member }, userIds: [...group.userIds, userId] },
    actorId: member.id,
    action: 'member.joined',
    fields,
    entity: { kind: 'member', state: member },
    // Also who comes into a new place may have been here before: in one that was given to somebody else since.
    alongside: { inviteUses: { id, uses: uses + 1 }, arrived: userId },
  };
}
