import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { conflictsOf, layOver, rebase, touchedUnits, unitsOf } from '../../../ui/editing/rebase.ts';
import { blankForm, type ExpenseForm, formOf } from './form.ts';
import { EXPENSE_UNITS, editableExpense, layRefused } from './units.ts';

const format = createMoneyFormat('en');
const seen: Expense = {
  id: 'e',
  groupId: 'g',
  description: 'Dinner',
  amount: minor(3000),
  currency: 'EUR',
  date: '2026-11-21',
  category: 'food',
  note: '',
  payers: { ada: minor(3000) },
  split: { mode: 'equal', entries: { ada: 1, bo: 1 } },
  shares: { ada: minor(1500), bo: minor(1500) },
  createdBy: 'ada',
  createdAt: 0,
  updatedBy: 'ada',
  updatedAt: 0,
  version: 1,
  seq: 7,
  deletedAt: null,
};
const kind = editableExpense(format);
const start = formOf(seen, format);
const conflicts = (now: Expense, mine: ExpenseForm) => conflictsOf(kind, { seen, now }, { start, mine });
const dearer: Expense = { ...seen, amount: minor(4000), payers: { ada: minor(4000) }, version: 2 };

test('[INV9] what both changed is a conflict', () => {
  expect(conflicts(dearer, { ...start, amount: '35' })).toEqual(['amount']);
  expect(conflicts(dearer, { ...start, mode: 'shares' })).toEqual(['amount']);
  expect(conflicts({ ...seen, note: 'theirs' }, { ...start, note: 'mine', description: 'Supper' })).toEqual(['note']);
});

test('changes of different things, and a newer version with the same content, are none', () => {
  expect(conflicts(dearer, { ...start, description: 'Supper' })).toEqual([]);
  expect(conflicts({ ...seen, version: 2 }, { ...start, amount: '35' })).toEqual([]);
  expect(conflicts(dearer, start)).toEqual([]);
});

test('mine is laid over theirs without taking back what only they changed', () => {
  const merged = rebase(EXPENSE_UNITS, start, { ...start, description: 'Supper' }, formOf(dearer, format));
  expect(merged).toEqual({ ...formOf(dearer, format), description: 'Supper' });
});

test('what divides the money is taken as a whole', () => {
  const mine = { ...start, amount: '35' };
  const theirs = formOf({ ...dearer, note: 'late', split: { mode: 'exact', entries: { ada: 4000 } } }, format);
  expect(rebase(EXPENSE_UNITS, start, mine, theirs)).toEqual({ ...mine, note: 'late' });
});

test('a refused edit touches what it named and nothing else', () => {
  const typed = formOf({ ...seen, description: 'Supper' }, format);
  const form = layOver(EXPENSE_UNITS, start, typed, unitsOf(EXPENSE_UNITS, { description: 'Supper' }));
  expect(touchedUnits(EXPENSE_UNITS, start, form)).toEqual(['description']);
});

test('[INV2] [CONF3] of a refused change of what is gone, all that was typed is in the form of a new expense', () => {
  const blank = blankForm({ payer: 'ada', members: ['ada', 'bo'], currency: 'EUR', date: '2026-11-22' });
  expect(layRefused(blank, { draft: { description: 'Supper' } }, format)).toEqual({ ...blank, description: 'Supper' });
  const { amount, currency, payers, split } = dearer;
  expect(layRefused(blank, { draft: { amount, currency, payers, split } }, format)).toMatchObject({
    description: '',
    amount: '40.00',
    date: '2026-11-22',
  });
  const { description, date, category, note } = seen;
  const whole = { description, date, category, note, amount, currency, payers, split };
  expect(layRefused(blank, { draft: whole }, format)).toEqual(formOf(dearer, format));
  // With the rest of it, where it is known.
  expect(layRefused(blank, { draft: { amount, currency, payers, split }, base: seen }, format)).toEqual(formOf(dearer, format));
});
