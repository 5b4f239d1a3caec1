import type { Expense } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** "You paid €12.00", "Bo paid €12.00", "2 people paid €12.00". */
export const paidText = (expense: Expense, people: People, { t, money }: Pick<I18n, 't' | 'money'>): string => {
  const { key, params } = paidWords(expense, people);
  return t(key, { ...params, amount: money(expense.amount, expense.currency) });
};

/** The same, but for the amount. */
export function paidWords({ payers }: Expense, people: People) {
  const [first, ...others] = Object.keys(payers);
  if (first === undefined || others.length > 0) {
    return { key: 'expenses.severalPaid', params: { count: Object.keys(payers).length } } as const;
  }
  return first === people.me
    ? ({ key: 'expenses.youPaid', params: {} } as const)
    : ({ key: 'expenses.paid', params: { name: people.nameOf(first) } } as const);
}
