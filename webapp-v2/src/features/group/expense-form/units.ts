import { type Expense, withoutUndefined } from '@splitifyd/shared/contract';
import { ZERO } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { ExpenseDraft, ExpenseEdit } from '../../../stores/group/open-group.ts';
import { type Editable, layOver, type Units, unitsOf } from '../../../ui/editing/rebase.ts';
import { editOf } from './edit-of.ts';
import { type ExpenseForm, formOf } from './form.ts';

/** What conflicts are about: what divides the money is one thing, as on the server. */
export const EXPENSE_UNITS = {
  description: ['description'],
  date: ['date'],
  category: ['category'],
  note: ['note'],
  amount: ['amount', 'currency', 'payer', 'several', 'paid', 'mode', 'among', 'entries'],
} as const satisfies Units<ExpenseForm>;

export const editableExpense = (
  format: Pick<I18n, 'plainAmount' | 'plainPercent'>,
): Editable<Expense, ExpenseForm, ExpenseDraft, ExpenseEdit> => ({
  formOf: (expense) => formOf(expense, format),
  editOf,
  units: EXPENSE_UNITS,
});

/** What was refused: of an expense that was to be added all of it, of an edit what it named, laid over what it rested on, or a blank form. */
export function layRefused(
  blank: ExpenseForm,
  { draft: edit, base }: { draft: ExpenseEdit; base?: Expense | undefined },
  format: Pick<I18n, 'plainAmount' | 'plainPercent'>,
): ExpenseForm {
  const start = base ? formOf(base, format) : blank;
  const { currency, date, category } = start;
  const nothing: ExpenseDraft = {
    description: '',
    amount: ZERO,
    currency,
    date,
    category,
    note: '',
    payers: {},
    split: { mode: 'equal', entries: {} },
  };
  return layOver(EXPENSE_UNITS, start, formOf({ ...nothing, ...withoutUndefined(edit) }, format), unitsOf(EXPENSE_UNITS, edit));
}
