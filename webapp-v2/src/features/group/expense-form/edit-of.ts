import type { Expense } from '@splitifyd/shared/contract';
import type { ExpenseDraft, ExpenseEdit } from '../../../stores/group/open-group.ts';

/** What changed from `before` to `after`; amount, currency, payers and split are one unit. Null where nothing did. */
export function editOf(before: Expense, after: ExpenseDraft): ExpenseEdit | null {
  const edit: ExpenseEdit = {};
  if (after.description !== before.description) edit.description = after.description;
  if (after.date !== before.date) edit.date = after.date;
  if (after.category !== before.category) edit.category = after.category;
  if (after.note !== before.note) edit.note = after.note;
  const { amount, currency, payers, split } = after;
  const sameMoney =
    amount === before.amount &&
    currency === before.currency &&
    sameNumbers(payers, before.payers) &&
    split.mode === before.split.mode &&
    sameNumbers(split.entries, before.split.entries);
  if (!sameMoney) Object.assign(edit, { amount, currency, payers, split });
  return Object.keys(edit).length > 0 ? edit : null;
}

function sameNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
