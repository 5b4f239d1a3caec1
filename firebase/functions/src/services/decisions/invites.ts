import { type Invite, LIMITS, type Member, type ParsedBody } from '@splitifyd/shared/contract';
import type { Decide } from '../ledger.ts';
import { Problem } from '../problem.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

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
