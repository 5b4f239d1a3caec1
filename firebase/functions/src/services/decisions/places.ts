import { isPresent, type LedgerRow, LIMITS, type Member, type ParsedBody } from '@splitifyd/shared/contract';
import { FAREWELL_MS } from '../notifications/audience.ts';
import type { Alongside, StoredGroup, StoredInvite } from '../ports.ts';
import { Problem } from '../problem.ts';

/*
 * A place is what the ledger knows somebody by. Who left keeps theirs, since expenses and settlements go on naming them; so places are bounded
 * apart from the seats of those who are there, or people who come and go would make a group's document grow without end.
 *
 *        arrives          is named by, or writes, an expense or settlement
 *   ──▶ traceless ────────────────────────────────────────────────────────▶ kept for ever
 *          │ leaves
 *          ▼
 *   given to somebody else, once there is no other place
 */

/** @throws Problem `group-full` where as many are there as may be */
export function requireSeat({ members }: StoredGroup): void {
  if (Object.values(members).filter(isPresent).length >= LIMITS.membersPerGroup) throw new Problem('group-full');
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

interface Placed {
  group: Pick<StoredGroup, 'members' | 'traceless'> & Partial<Pick<StoredGroup, 'openInvites'>>;
  alongside?: Pick<Alongside, 'replaced'>;
}

/**
 * Puts somebody new into a group; by an invitation, unless they are a placeholder. Where no place is left, they take that of somebody who left
 * without a trace.
 * @throws Problem `id-in-use`, `group-full`
 */
export function withNewcomer(group: StoredGroup, newcomer: Member, invite: StoredInvite | null, at: number): Placed {
  if (Object.hasOwn(group.members, newcomer.id)) throw new Problem('id-in-use');
  requireSeat(group);
  const members = { ...group.members, [newcomer.id]: newcomer };
  const traceless = [...group.traceless, newcomer.id];
  if (Object.keys(group.members).length < LIMITS.placesPerGroup) return { group: { members, traceless } };

  const leaver = longestGone(group, invite, at);
  if (!leaver) throw new Problem('group-full');
  delete members[leaver.id];
  // Nobody will know that the leaver was ever here, so what was issued before they left must let nobody in any more [REST8].
  const openInvites = Object.fromEntries(Object.entries(group.openInvites).filter(([, { since }]) => since >= leaver.leftSeq));
  // A group that has forgotten anybody has no place left ever after, so whoever comes into it passes here and is asked for their id.
  return {
    group: { members, traceless: traceless.filter((id) => id !== leaver.id), openInvites },
    alongside: { replaced: { memberId: leaver.id, by: newcomer.id } },
  };
}

type Leaver = Member & { leftSeq: number };

/** Of those who left without a trace, who left first. Their farewell must be over, and no invitation ends by letting somebody in. */
function longestGone({ members, traceless }: StoredGroup, invite: StoredInvite | null, at: number): Leaver | null {
  const isGone = (member: Member | undefined): member is Leaver => {
    if (member?.status !== 'left' || member.leftSeq === null || member.leftAt === null) return false;
    return at - member.leftAt >= FAREWELL_MS && (invite === null || invite.issuedSeq >= member.leftSeq);
  };
  const gone = traceless.map((id) => members[id]).filter(isGone);
  return gone.sort((a, b) => a.leftSeq - b.leftSeq)[0] ?? null;
}

/** Who leaves a trace by a row of the ledger: who wrote it, and whom it names. */
export function withTraces(
  { traceless }: StoredGroup,
  { kind, state }: LedgerRow,
  actorId: string,
): Partial<Pick<StoredGroup, 'traceless'>> {
  const named = kind === 'expense' ? [...Object.keys(state.payers), ...Object.keys(state.shares)] : [state.from, state.to];
  const traces = new Set([actorId, ...named]);
  return traceless.some((id) => traces.has(id)) ? { traceless: traceless.filter((id) => !traces.has(id)) } : {};
}
