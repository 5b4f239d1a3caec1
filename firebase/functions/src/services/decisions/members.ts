import { LIMITS, type Member, type ParsedBody, type Role } from '@splitifyd/shared/contract';
import type { Change, Decide, Stamp } from '../ledger.ts';
import { memberOf } from '../membership.ts';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { Problem } from '../problem.ts';

/** Adds a placeholder: somebody who takes part in expenses before they have an account. */
export const addMember =
  (body: ParsedBody<'addMember'>): Decide<Member> =>
  ({ group, actor }, { seq }) => {
    const member: Member = { ...arriving(body, seq), role: 'member', status: 'placeholder', userId: null };
    requireRoom(group, member.id);
    return {
      group: { members: { ...group.members, [member.id]: member } },
      actorId: actor.id,
      action: 'member.added',
      fields: [],
      entity: { kind: 'member', state: member },
    };
  };

/**
 * Lets an account in by an invitation: back into the place it once held, into a placeholder's, or into a new one of its own.
 * Who is in already stays as they are: nothing changes.
 */
export const acceptInvite =
  (invite: StoredInvite, userId: string, body: ParsedBody<'acceptInvite'>): Decide<null> =>
  ({ group }, stamp) => {
    const held = memberOf(group, userId);
    if (held?.status === 'active') return null;
    if (stamp.at >= invite.expiresAt || invite.issuedSeq < (held?.leftSeq ?? 0)) throw new Problem('invite-expired');
    if (held) return joined(group, { ...held, ...returning(held, invite.role, stamp) }, userId, ['status', 'role']);

    // An invitation that names a placeholder is that person's; whatever else its bearer asks for is not offered.
    const claims = invite.claims ?? body.claims;
    if (claims) return joined(group, { ...claimed(group, claims, userId), role: invite.role }, userId, ['status', 'userId']);
    requireRoom(group, body.member.id);
    return joined(group, { ...arriving(body.member, stamp.seq), role: invite.role, status: 'active', userId }, userId, []);
  };

const arriving = ({ id, displayName }: ParsedBody<'addMember'>, seq: number) => ({
  id,
  displayName,
  version: 1,
  joinedSeq: seq,
  leftSeq: null,
  leftAt: null,
});

const returning = (held: Member, role: Role, { seq }: Stamp) => ({
  role,
  status: 'active' as const,
  version: held.version + 1,
  joinedSeq: seq,
  leftSeq: null,
  leftAt: null,
});

function claimed(group: StoredGroup, memberId: string, userId: string): Member {
  const placeholder = group.members[memberId];
  if (!placeholder || placeholder.status === 'left') throw new Problem('member-unavailable');
  if (placeholder.userId !== null) throw new Problem('already-claimed');
  return { ...placeholder, status: 'active', userId, version: placeholder.version + 1 };
}

function joined(group: StoredGroup, member: Member, userId: string, fields: string[]): Change {
  return {
    group: { members: { ...group.members, [member.id]: member }, userIds: [...group.userIds, userId] },
    actorId: member.id,
    action: 'member.joined',
    fields,
    entity: { kind: 'member', state: member },
  };
}

/** Everybody who ever was a member counts, since their place in the ledger stays: this bounds the size of the group's document. */
function requireRoom(group: StoredGroup, memberId: string): void {
  if (memberId in group.members) throw new Problem('id-in-use');
  if (Object.keys(group.members).length >= LIMITS.membersPerGroup) throw new Problem('group-full');
}
