import type { Balances, BalancesByCurrency } from './balance.ts';
import type { MemberId } from './members.ts';
import type { Minor } from './money.ts';

/** `from` owes, or should hand, `amount` (minor units, > 0) to `to`; never the same member twice. */
export interface Transfer {
  from: MemberId;
  to: MemberId;
  amount: Minor;
}

export type TransfersByCurrency = Record<string, Transfer[]>;

export class UnbalancedBalances extends Error {
  override readonly name = 'UnbalancedBalances';

  constructor(readonly difference: Minor) {
    super(`balances sum to ${difference} instead of 0`);
  }
}

export function settle(_balances: Balances): Transfer[] {
  return [];
}

export function settleAll(_byCurrency: BalancesByCurrency): TransfersByCurrency {
  return {};
}
