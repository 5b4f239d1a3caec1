import { differing, isPresent, type Member, mayCall, type ParsedBody, rightsOver, withoutUndefined } from '@splitifyd/shared/contract';
import type { Change, Decide } from '../ledger/change.ts';
import type { StoredGroup } from '../ports.ts';
import { invalidField, Problem } from '../problem.ts';
import { withoutInvitesOf } from './invites.ts';
import { arriving, withNewcomer } from './places.ts';
import { requireSeen } from './versions.ts';

/** Adds a placeholder: somebody who takes part in expenses before they have an account. */
export const addMember =
  (body: ParsedBody<'addMember'>): Decide<Member> =>
  ({ group, actor }, { seq, at }) => {
    const member: Member = { ...arriving(body, seq), role: 'member', status: 'placeholder', userId: null };
    return {
      ...withNewcomer(group, member, null, at),
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
