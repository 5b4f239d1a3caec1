import { type Invite, LIMITS, type Member, type ParsedBody } from '@splitifyd/shared/contract';
import type { Decide } from '../ledger.ts';
import type { StoredInvite } from '../ports.ts';
import { Problem } from '../problem.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether an invitation still lets people in at a time (epoch ms). */
const isOpen = ({ revokedAt, expiresAt }: StoredInvite, at: number): boolean => revokedAt === null && at < expiresAt;

/**
 * Whether it lets in somebody who holds that place in the group already, or none: an invitation from before somebody left is no way
 * back for them, nor a way to go on looking in.
 */
export const isOpenTo = (invite: StoredInvite, held: Member | null, at: number): boolean =>
  isOpen(invite, at) && invite.issuedSeq >= (held?.leftSeq ?? 0);

/** What members may see of an invitation. */
export const shownInvite = ({ id, role, claims, expiresAt, uses, createdBy }: StoredInvite): Invite => ({
  id,
  role,
  claims,
  expiresAt,
  uses,
  createdBy,
});

/** Issues an invitation under the hash of its token; the token itself is neither stored nor told to the group. */
export const createInvite =
  (id: string, { role, claims }: ParsedBody<'createInvite'>): Decide<Member> =>
  ({ group, actor, invite: existing }, { at }) => {
    if (existing) throw new Problem('id-in-use');
    const claimed = claims === null ? null : group.members[claims];
    if (claimed === undefined || claimed?.status === 'left') throw new Problem('member-unavailable');
    if (claimed && claimed.userId !== null) throw new Problem('already-claimed');
    const invite: Invite = { id, role, claims, expiresAt: at + LIMITS.inviteDays * DAY_MS, uses: 0, createdBy: actor.id };
    return { group: {}, actorId: actor.id, action: 'invite.created', fields: [], entity: { kind: 'invite', state: invite } };
  };

/** Withdraws an invitation. It stays as a record, so that its token is never issued a second time. */
export const revokeInvite =
  (): Decide<Member> =>
  ({ group, actor, invite }) => {
    if (!invite || invite.groupId !== group.id || invite.revokedAt !== null) throw new Problem('not-found');
    return { group: {}, actorId: actor.id, action: 'invite.revoked', fields: [], entity: { kind: 'invite', state: shownInvite(invite) } };
  };
