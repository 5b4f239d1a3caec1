import type { Group, Member } from './entities.ts';

/** The place an account holds in a group's ledger, also after it left; an account never holds two. */
export function memberOf({ members }: Pick<Group, 'members'>, userId: string): Member | null {
  return Object.values(members).find((member) => member.userId === userId) ?? null;
}

export function activeMemberOf(group: Pick<Group, 'members'>, userId: string): Member | null {
  const member = memberOf(group, userId);
  return member?.status === 'active' ? member : null;
}

/** Somebody who is in the group now, with an account or without. Who left keeps a place in the ledger. */
export type PresentMember = Member & { status: Exclude<Member['status'], 'left'> };

export const isPresent = (member: Member | null | undefined): member is PresentMember => !!member && member.status !== 'left';

/** What somebody may do about a member. */
export interface MemberRights {
  name: boolean;
  role: boolean;
  remove: boolean;
}

/** Everybody names and removes themselves, members name placeholders, administrators look after all [REST30] [REST32]. */
export function rightsOver(member: Member, actor: Member | null): MemberRights {
  if (!actor || !isPresent(member)) return { name: false, role: false, remove: false };
  const isSelf = member.id === actor.id;
  const isAdmin = actor.role === 'admin';
  return {
    name: isAdmin || isSelf || (member.status === 'placeholder' && actor.role === 'member'),
    role: isAdmin,
    remove: isAdmin || isSelf,
  };
}
