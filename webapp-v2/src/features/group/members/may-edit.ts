import type { Member } from '@splitifyd/shared/contract';

/** What somebody may change of a member; the server refuses by the same rules. */
export interface MemberRights {
  name: boolean;
  role: boolean;
  remove: boolean;
}

const NONE: MemberRights = { name: false, role: false, remove: false };

/** Everybody names themselves, members name placeholders, administrators look after all; a placeholder has no role yet. */
export function rightsOver(member: Member, me: Member | null): MemberRights {
  if (!me || member.status === 'left') return NONE;
  const isMe = member.id === me.id;
  const isPlaceholder = member.status === 'placeholder';
  const isAdmin = me.role === 'admin';
  return {
    name: isAdmin || isMe || (isPlaceholder && me.role === 'member'),
    role: isAdmin && !isPlaceholder,
    remove: isAdmin && !isMe,
  };
}
