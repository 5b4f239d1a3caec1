import { type EndpointName, type Group, type Member, memberOf, refusalOf, type Standing } from '@splitifyd/shared/contract';
import type { StoredGroup } from './ports.ts';
import { Problem } from './problem.ts';

const standingOf = (member: Member | null): Standing => (member === null ? 'outsider' : member.status === 'left' ? 'removed' : member.role);

/**
 * The group and the member who asks, once it is sure that they may.
 * @throws Problem `not-found` for who is not a member (they must not learn that the group exists), `forbidden` for too low a role
 */
export function admit<G extends Group>(endpoint: EndpointName, group: G | null, userId: string): { group: G; actor: Member } {
  const member = group && group.deletedAt === null ? memberOf(group, userId) : null;
  const refusal = refusalOf(endpoint, standingOf(member));
  if (refusal) throw new Problem(refusal);
  if (!group || !member) throw new Problem('not-found');
  return { group, actor: member };
}

/** What members may see of a group. */
export function visible({ userIds, floorSeq, settlementCount, openInvites, traceless, ...group }: StoredGroup): Group {
  return group;
}
