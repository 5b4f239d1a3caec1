import { type Invite, isPresent, LIMITS, type Member, type ParsedBody } from '@splitifyd/shared/contract';
import type { Decide } from '../ledger/change.ts';
import type { OpenInvite, StoredGroup, StoredInvite, SubjectState } from '../ports.ts';
import { Problem } from '../problem.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type OpenInvites = StoredGroup['openInvites'];

const only = (open: OpenInvites, isKept: (id: string, invite: OpenInvite) => boolean): OpenInvites =>
  Object.fromEntries(Object.entries(open).filter(([id, invite]) => isKept(id, invite)));

/** Those that still let people in at a time (epoch ms). */
export const openAt = ({ openInvites }: StoredGroup, at: number): OpenInvites => only(openInvites, (_, { until }) => at < until);

/** When who made an invitation goes, or may invite no more, it ends with that: it would be a way back in, with another account. */
export const withoutInvitesOf = ({ openInvites }: StoredGroup, memberId: string): OpenInvites =>
  only(openInvites, (_, { by }) => by !== memberId);

/**
 * Whether an invitation lets in somebody who holds that place in the group already, or none: one from before somebody left is no way
 * back for them, nor a way to go on looking in.
 */
export const isOpenTo = ({ id, issuedSeq }: StoredInvite, group: StoredGroup, held: Member | null, at: number): boolean =>
  Object.hasOwn(openAt(group, at), id) && issuedSeq >= (held?.leftSeq ?? 0);

/** @throws Problem `member-unavailable` where the placeholder is not there (any more), `already-claimed` where it has an account */
export function claimable({ members }: StoredGroup, memberId: string): Member {
  const placeholder = members[memberId];
  if (!isPresent(placeholder)) throw new Problem('member-unavailable');
  if (placeholder.userId !== null) throw new Problem('already-claimed');
  return placeholder;
}

/** Whether an invitation is as old as the place: a place that was claimed and given up since is not the one it was made for. */
const isOfThisPlace = ({ issuedSeq }: StoredInvite, { joinedSeq }: Member): boolean => issuedSeq >= joinedSeq;

/**
 * The placeholder that an invitation is for; null where it is for anybody.
 * @throws Problem as `claimable`; `already-claimed`, too, where it was claimed and given up since
 */
export function placeOf(invite: StoredInvite, group: StoredGroup): Member | null {
  if (invite.claims === null) return null;
  const place = claimable(group, invite.claims);
  if (!isOfThisPlace(invite, place)) throw new Problem('already-claimed');
  return place;
}

/** Whether the place that an invitation is for, if it is for one, is still kept for somebody: else it lets in nobody. */
export function isPlaceKept(invite: StoredInvite, { members }: StoredGroup): boolean {
  const place = invite.claims === null ? null : members[invite.claims];
  return place === null || (place?.status === 'placeholder' && isOfThisPlace(invite, place));
}

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
  ({ group, actor, found }, { seq, at }) => {
    if (found) throw new Problem('id-in-use');
    if (claims !== null) claimable(group, claims);
    const open = openAt(group, at);
    if (Object.keys(open).length >= LIMITS.openInvitesPerGroup) throw new Problem('too-many-invites');
    const expiresAt = at + LIMITS.inviteDays * DAY_MS;
    const invite: Invite = { id, role, claims, expiresAt, uses: 0, createdBy: actor.id };
    const openInvites = { ...open, [id]: { by: actor.id, since: seq, until: expiresAt } };
    return { group: { openInvites }, actorId: actor.id, action: 'invite.created', fields: [], entity: { kind: 'invite', state: invite } };
  };

/** Withdraws an invitation. It stays as a record, so that its token is never issued a second time. */
export const revokeInvite: Decide<Member> = ({ group, actor, found }) => {
  const invite = foundInvite(found);
  if (invite.groupId !== group.id || invite.revokedAt !== null) throw new Problem('not-found');
  return {
    group: { openInvites: only(group.openInvites, (id) => id !== invite.id) },
    actorId: actor.id,
    action: 'invite.revoked',
    fields: [],
    entity: { kind: 'invite', state: shownInvite(invite) },
  };
};

/** @throws Problem `not-found` where no such invitation was ever made */
export function foundInvite(found: SubjectState | null): StoredInvite {
  if (found?.kind !== 'invite') throw new Problem('not-found');
  return found.state;
}
