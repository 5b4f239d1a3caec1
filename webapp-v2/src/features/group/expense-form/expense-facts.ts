import type { Expense } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import { factsOf, quoted } from '../../../ui/editing/fact.ts';
import { asCategory } from '../categories.ts';
import type { People } from '../people.ts';
import { paidText } from '../words/paid-text.ts';
import type { EXPENSE_UNITS } from './units.ts';

/** Some units of an expense in words; of the money who paid how much, and what falls to whom. */
export function expenseFacts(expense: Expense, units: readonly string[], people: People, i18n: I18n): string {
  const { t, money, list, date } = i18n;
  const { description, payers, split, shares, currency, note } = expense;
  const parts = (amounts: Readonly<Record<string, Minor>>) =>
    list(people.all.flatMap(({ id }) => (amounts[id] === undefined ? [] : [`${people.nameOf(id)} ${money(amounts[id], currency)}`])));
  const paid = [paidText(expense, people, i18n), ...(Object.keys(payers).length > 1 ? [parts(payers)] : [])];
  const divided = t('editing.fact', { what: t(`mode.${split.mode}`), value: parts(shares) });
  return factsOf<keyof typeof EXPENSE_UNITS>(
    units,
    {
      description: [t('expense.description'), quoted(description, i18n)],
      amount: [t('editing.amount'), [...paid, divided].join('; ')],
      date: [t('editing.date'), date(expense.date)],
      category: [t('expense.category'), t(`category.${asCategory(expense.category)}`)],
      note: [t('editing.note'), quoted(note, i18n)],
    },
    i18n,
  );
}
