import { type Member, memberOf, rightsOver } from '@splitifyd/shared/contract';
import type { Change, Decide, Stamp } from '../ledger/change.ts';
import { visible } from '../membership.ts';
import { Problem } from '../problem.ts';
import { endOfGroup } from './groups.ts';
import { withoutInvitesOf } from './invites.ts';
import { presentMember, requireOtherAdmin } from './members.ts';
import { requireSeen } from './versions.ts';

/** Ends a membership: one's own by anybody, others' by administrators. Nobody takes an open balance with them. */
export const removeMember =
  (memberId: string): Decide<Member> =>
  ({ group, actor, ifMatch }, stamp): Change => {
    const before = presentMember(group, memberId);
    if (!rightsOver(before, actor).remove) throw new Problem('forbidden');
    requireSeen(before, ifMatch, before);
    if (Object.values(group.balances).some((balances) => (balances[before.id] ?? 0) !== 0)) throw new Problem('balance-open');
    requireOtherAdmin(group, before);
    const member = departing(before, stamp);
    const departed = before.userId === null ? [] : [before.userId];
    return {
      group: {
        members: { ...group.members, [member.id]: member },
        userIds: group.userIds.filter((userId) => userId !== before.userId),
        openInvites: withoutInvitesOf(group, before.id),
      },
      actorId: actor.id,
      action: before.id === actor.id ? 'member.left' : 'member.removed',
      fields: ['status'],
      entity: { kind: 'member', state: member },
      alongside: { departed },
    };
  };

/** Deletes a group: it ends for all of its members at once, whatever they owe each other. */
export const deleteGroup: Decide<Member> = ({ group, actor, ifMatch }, stamp): Change => {
  requireSeen(group, ifMatch, visible(group));
  const members = Object.values(group.members).map((member) => (member.status === 'active' ? departing(member, stamp) : member));
  return { ...endOfGroup(group, members, actor.id, stamp), alongside: { departed: group.userIds } };
};

/**
 * Takes an account that is being deleted out of a group. Its member stays as a placeholder, so that the ledger stays whole; who had left
 * before stays left, and only ceases to be that account. A group is never left without an administrator: the other member who has been in it
 * longest becomes one; without any other the group is deleted.
 */
export const detachAccount =
  (userId: string): Decide<null> =>
  ({ group }, stamp): Change | null => {
    const held = memberOf(group, userId);
    if (!held) return null;
    if (held.status === 'left') {
      const member: Member = { ...held, userId: null, version: held.version + 1 };
      return { group: { members: { ...group.members, [member.id]: member } }, ...detached(member, ['userId']) };
    }
    const member: Member = { ...held, status: 'placeholder', userId: null, role: 'member', version: held.version + 1 };
    const members = { ...group.members, [member.id]: member };
    const remaining = Object.values(members).filter(({ status }) => status === 'active');
    const [successor] = remaining.sort((a, b) => a.joinedSeq - b.joinedSeq || (a.id < b.id ? -1 : 1));
    if (!successor) return endOfGroup(group, Object.values(members), member.id, stamp);
    if (!remaining.some(({ role }) => role === 'admin')) {
      members[successor.id] = { ...successor, role: 'admin', version: successor.version + 1 };
    }
    return {
      group: { members, userIds: group.userIds.filter((id) => id !== userId), openInvites: withoutInvitesOf(group, member.id) },
      ...detached(member, ['status', 'userId']),
    };
  };

const detached = (member: Member, fields: string[]): Omit<Change, 'group'> => ({
  actorId: member.id,
  action: 'member.detached',
  fields,
  entity: { kind: 'member', state: member },
});

const departing = (member: Member, { seq, at }: Stamp): Member => ({
  ...member,
  status: 'left',
  version: member.version + 1,
  leftSeq: seq,
  leftAt: at,
});
