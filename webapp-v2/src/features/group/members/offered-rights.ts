import { type Member, type MemberRights, rightsOver } from '@splitifyd/shared/contract';

/** Of what the server allows about a member: a placeholder has no role yet, and leaving the group is among its settings. */
export function offeredRights(member: Member, me: Member | null): MemberRights {
  const { name, role, remove } = rightsOver(member, me);
  return { name, role: role && member.status !== 'placeholder', remove: remove && member.id !== me?.id };
}
