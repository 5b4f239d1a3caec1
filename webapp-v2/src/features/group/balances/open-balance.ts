import type { BalancesByCurrency } from '@splitifyd/shared/domain';

/** Whether somebody owes or is owed anything, in any currency. */
export const hasOpenBalance = (balances: BalancesByCurrency, memberId: string): boolean =>
  Object.values(balances).some((members) => (members[memberId] ?? 0) !== 0);
