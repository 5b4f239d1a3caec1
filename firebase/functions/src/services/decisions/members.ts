import { LIMITS, type Member, type ParsedBody, withoutUndefined } from '@splitifyd/shared/contract';
import type { Change, Decide } from '../ledger.ts';
import type { StoredGroup } from '../ports.ts';
import { invalidField, Problem } from '../problem.ts';
import { differing, requireSeen } from './versions.ts';

/** Adds a placeholder: somebody who takes part in expenses before they have an account. */
export const addMember =
  (body: ParsedBody<'addMember'>): Decide<Member> =>
  ({ group, actor }, { seq }) => {
    requireRoom(group, body.id);
    const member: Member = { ...arriving(body, seq), role: 'member', status: 'placeholder', userId: null };
    return {
      group: { members: { ...group.members, [member.id]: member } },
      actorId: actor.id,
      action: 'member.added',
      fields: [],
      entity: { kind: 'member', state: member },
    };
  };

type MemberEdit = ParsedBody<'updateMember'>;

/** Everybody names themselves, members name placeholders, administrators name anybody; roles are theirs alone. */
export const updateMember =
  (memberId: string, edit: MemberEdit, ifMatch: number | undefined): Decide<Member> =>
  ({ group, actor }): Change | null => {
    const before = presentMember(group, memberId);
    if (!mayEdit(actor, before, edit)) throw new Problem('forbidden');
    requireSeen(before, ifMatch, before);
    const fields = differing(['displayName', 'role'], edit, before);
    if (fields.length === 0) return null;
    if (fields.includes('role')) {
      if (before.status === 'placeholder')
        throw invalidField('role', 'a placeholder gets its role from the invitation that is accepted for it');
      requireOtherAdmin(group, before);
    }
    const member: Member = { ...before, ...withoutUndefined(edit), version: before.version + 1 };
    return {
      group: { members: { ...group.members, [member.id]: member } },
      actorId: actor.id,
      action: 'member.updated',
      fields,
      entity: { kind: 'member', state: member },
    };
  };

function mayEdit(actor: Member, { id, status }: Member, { role }: MemberEdit): boolean {
  if (actor.role === 'admin') return true;
  if (role !== undefined) return false;
  return id === actor.id || (status === 'placeholder' && actor.role === 'member');
}

/** Somebody who is in the group now, with an account or without. @throws Problem `not-found` */
export function presentMember(group: StoredGroup, memberId: string): Member {
  const member = group.members[memberId];
  if (!member || member.status === 'left') throw new Problem('not-found');
  return member;
}

/** A group keeps an administrator for as long as anybody is in it. @throws Problem `last-admin` where the member is the only one */
export function requireOtherAdmin(group: StoredGroup, member: Member): void {
  const isAdmin = ({ status, role }: Member) => status === 'active' && role === 'admin';
  if (!isAdmin(member)) return;
  if (!Object.values(group.members).some((other) => other.id !== member.id && isAdmin(other))) throw new Problem('last-admin');
}

/** Everybody who ever was a member counts, since their place in the ledger stays: this bounds the size of the group's document. */
export function requireRoom(group: StoredGroup, memberId: string): void {
  if (memberId in group.members) throw new Problem('id-in-use');
  if (Object.keys(group.members).length >= LIMITS.membersPerGroup) throw new Problem('group-full');
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
