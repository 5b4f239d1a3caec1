import {
  differing,
  isPresent,
  LIMITS,
  type Member,
  mayCall,
  type ParsedBody,
  rightsOver,
  withoutUndefined,
} from '@splitifyd/shared/contract';
import type { Change, Decide } from '../ledger/change.ts';
import type { StoredGroup } from '../ports.ts';
import { invalidField, Problem } from '../problem.ts';
import { withoutInvitesOf } from './invites.ts';
import { requireSeen } from './versions.ts';

/** Adds a placeholder: somebody who takes part in expenses before they have an account. */
export const addMember =
  (body: ParsedBody<'addMember'>): Decide<Member> =>
  ({ group, actor }, { seq }) => {
    requirePlace(group, body.id);
    const member: Member = { ...arriving(body, seq), role: 'member', status: 'placeholder', userId: null };
    return {
      group: { members: { ...group.members, [member.id]: member } },
      actorId: actor.id,
      action: 'member.added',
      fields: [],
      entity: { kind: 'member', state: member },
    };
  };

export const updateMember =
  (memberId: string, edit: ParsedBody<'updateMember'>): Decide<Member> =>
  ({ group, actor, ifMatch }): Change | null => {
    const before = presentMember(group, memberId);
    const rights = rightsOver(before, actor);
    if (!rights.name || (edit.role !== undefined && !rights.role)) throw new Problem('forbidden');
    requireSeen(before, ifMatch, before);
    const fields = differing(['displayName', 'role'], edit, before);
    if (fields.length === 0) return null;
    if (fields.includes('role')) {
      if (before.status === 'placeholder')
        throw invalidField('role', 'a placeholder gets its role from the invitation that is accepted for it');
      requireOtherAdmin(group, before);
    }
    const member: Member = { ...before, ...withoutUndefined(edit), version: before.version + 1 };
    const members = { ...group.members, [member.id]: member };
    return {
      group: mayCall('createInvite', member.role) ? { members } : { members, openInvites: withoutInvitesOf(group, member.id) },
      actorId: actor.id,
      action: 'member.updated',
      fields,
      entity: { kind: 'member', state: member },
    };
  };

/** @throws Problem `not-found` */
export function presentMember(group: StoredGroup, memberId: string): Member {
  const member = group.members[memberId];
  if (!isPresent(member)) throw new Problem('not-found');
  return member;
}

/** A group keeps an administrator for as long as anybody is in it. @throws Problem `last-admin` where the member is the only one */
export function requireOtherAdmin(group: StoredGroup, member: Member): void {
  const isAdmin = ({ status, role }: Member) => status === 'active' && role === 'admin';
  if (!isAdmin(member)) return;
  if (!Object.values(group.members).some((other) => other.id !== member.id && isAdmin(other))) throw new Problem('last-admin');
}

/** @throws Problem `group-full` where as many are there as may be */
export function requireSeat({ members }: StoredGroup): void {
  if (Object.values(members).filter(isPresent).length >= LIMITS.membersPerGroup) throw new Problem('group-full');
}

/**
 * Room for somebody new. Who left keeps a place, since the ledger goes on naming them; so places are bounded apart from seats, or members who
 * come and go would fill a group for ever, and its document would grow without end.
 */
export function requirePlace(group: StoredGroup, memberId: string): void {
  if (Object.hasOwn(group.members, memberId)) throw new Problem('id-in-use');
  requireSeat(group);
  if (Object.keys(group.members).length >= LIMITS.placesPerGroup) throw new Problem('group-full');
}

/** The part of a new place that does not depend on who takes it. */
export const arriving = ({ id, displayName }: ParsedBody<'addMember'>, seq: number) => ({
  id,
  displayName,
  version: 1,
  joinedSeq: seq,
  leftSeq: null,
  leftAt: null,
});
