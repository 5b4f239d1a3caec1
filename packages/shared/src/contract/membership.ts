import type { Group, Member } from './entities.ts';

/** The place an account holds in a group's ledger, also after it left; an account never holds two. */
export function memberOf({ members }: Pick<Group, 'members'>, userId: string): Member | null {
  return Object.values(members).find((member) => member.userId === userId) ?? null;
}

export function activeMemberOf(group: Pick<Group, 'members'>, userId: string): Member | null {
  const member = memberOf(group, userId);
  return member?.status === 'active' ? member : null;
}
