import type { Expense } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** "You paid €12.00", "Bo paid €12.00", "2 people paid €12.00". */
export function paidText({ payers, amount, currency }: Expense, people: People, { t, money }: Pick<I18n, 't' | 'money'>): string {
  const [first, ...others] = Object.keys(payers);
  const total = money(amount, currency);
  if (first === undefined || others.length > 0) return t('expenses.severalPaid', { count: Object.keys(payers).length, amount: total });
  return first === people.me ? t('expenses.youPaid', { amount: total }) : t('expenses.paid', { name: people.nameOf(first), amount: total });
}
