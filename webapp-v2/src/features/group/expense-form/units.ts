import type { Expense } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { ExpenseDraft, ExpenseEdit } from '../../../stores/open-group.ts';
import type { Editable, Units } from '../editing/rebase.ts';
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
