import type { Group, GroupSummary } from '@splitifyd/shared/contract';
import { activeMemberOf } from './membership.ts';

/** What the reader's list needs of a group; nothing where they are not in it. */
export function summarise(group: Group, userId: string): GroupSummary[] {
  const me = activeMemberOf(group, userId);
  if (!me) return [];
  const { id, name, currency, seq, lastActivityAt } = group;
  const myBalances: GroupSummary['myBalances'] = {};
  for (const [code, balances] of Object.entries(group.balances)) {
    const mine = balances[me.id];
    if (mine !== undefined) myBalances[code] = mine;
  }
  const memberCount = Object.values(group.members).filter((member) => member.status !== 'left').length;
  return [{ id, name, currency, memberCount, myMemberId: me.id, myBalances, seq, lastActivityAt }];
}
