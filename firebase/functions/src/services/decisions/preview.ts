import { type InvitePreview, type Member, memberOf } from '@splitifyd/shared/contract';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { Problem } from '../problem.ts';
import { isOpenTo, placeOf } from './invites.ts';

/**
 * What the bearer of an invitation may know before joining: the group's name, and whose place they can have by it. Whoever held one gets that
 * again and no other; of an invitation for a placeholder that is not to be had (any more) nothing but that is told.
 * @throws Problem `invite-expired`, `member-unavailable`, `already-claimed`
 */
export function previewInvite(invite: StoredInvite, group: StoredGroup, userId: string, at: number): InvitePreview {
  const held = memberOf(group, userId);
  if (!isOpenTo(invite, group, held, at)) throw new Problem('invite-expired');
  const isIn = held?.status === 'active';
  const kept = isIn ? null : placeOf(invite, group);
  const meant = held ?? kept;
  const offered = meant ? [meant] : Object.values(group.members).filter(({ status }) => status === 'placeholder');
  return {
    groupName: group.name,
    role: invite.role,
    joinedGroupId: isIn ? group.id : null,
    placeholders: offered.map(({ id, displayName }: Member) => ({ id, displayName })),
    claims: meant?.id ?? null,
  };
}
