import type { MemberId } from './members.ts';
import type { Minor } from './money.ts';

/** Minor units of one currency; positive is owed money, negative owes it. Canonical: no zeros. */
export type Balances = Record<MemberId, Minor>;

/** Canonical: no currency without a balance. */
export type BalancesByCurrency = Record<string, Balances>;

/** The part of an expense that moves balances. `payers` and `shares` each sum to `amount`. */
export interface LedgerExpense {
  currency: string;
  amount: Minor;
  payers: Record<MemberId, Minor>;
  shares: Record<MemberId, Minor>;
}

/** `from` handed `amount` (minor units, > 0) to `to`. */
export interface LedgerSettlement {
  currency: string;
  amount: Minor;
  from: MemberId;
  to: MemberId;
}

export function expenseEffect(_expense: LedgerExpense): Balances {
  return {};
}

export function settlementEffect(_settlement: LedgerSettlement): Balances {
  return {};
}

export function addEffect(balances: BalancesByCurrency, _currency: string, _effect: Balances, _sign: 1 | -1): BalancesByCurrency {
  return balances;
}

export function computeBalances(_expenses: Iterable<LedgerExpense>, _settlements: Iterable<LedgerSettlement>): BalancesByCurrency {
  return {};
}
