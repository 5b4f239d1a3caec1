import { minor } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { OwnBalance } from '../own-balances.ts';

/** "You owe €6.00", "You owe €6.00. You are owed ¥500"; `settled` where it is nothing. */
export function balanceText(own: readonly OwnBalance[], { t, money }: Pick<I18n, 't' | 'money'>, settled: string): string {
  if (own.length === 0) return settled;
  return own
    .map(({ currency, amount }) => t(amount > 0 ? 'balance.owed' : 'balance.owe', { amount: money(minor(Math.abs(amount)), currency) }))
    .join('. ');
}
