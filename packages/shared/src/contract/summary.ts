import type { Group, GroupSummary } from './entities.ts';
import { activeMemberOf, isPresent } from './membership.ts';

/** What the reader's list says of a group; null where they are not in it. The server tells it, and an open group knows it first. */
export function summarise(group: Group, userId: string): GroupSummary | null {
  const me = activeMemberOf(group, userId);
  if (!me) return null;
  const { id, name, description, currency, seq, lastActivityAt } = group;
  const myBalances: GroupSummary['myBalances'] = {};
  for (const [code, balances] of Object.entries(group.balances)) {
    const mine = balances[me.id];
    if (mine) myBalances[code] = mine;
  }
  const memberCount = Object.values(group.members).filter(isPresent).length;
  return { id, name, hasDescription: description !== '', currency, memberCount, myMemberId: me.id, myBalances, seq, lastActivityAt };
}
