import type { BalancesByCurrency, MemberId, Minor } from '@splitifyd/shared/domain';
import { ownCurrencyFirst } from '../../i18n/currencies.ts';

export interface OwnBalance {
  currency: string;
  /** Minor units, never 0. */
  amount: Minor;
}

/** Who owes and is owed nothing is settled, though others may not be. */
export const settledKey = (balances: BalancesByCurrency) =>
  Object.keys(balances).length === 0 ? ('balance.settled' as const) : ('balance.settledOwn' as const);

/** What the reader owes or is owed in a group, its own currency first. */
export function ownBalances(balances: BalancesByCurrency, me: MemberId | null, ownCurrency: string): OwnBalance[] {
  if (me === null) return [];
  return Object.keys(balances)
    .sort(ownCurrencyFirst(ownCurrency))
    .flatMap((currency) => {
      const amount = balances[currency]?.[me];
      return amount ? [{ currency, amount }] : [];
    });
}
