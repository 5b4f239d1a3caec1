import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { checkForm } from './check.ts';
import { blankForm, type ExpenseForm } from './form.ts';
import { restrictForm } from './restrict-form.ts';

const english = createMoneyFormat('en');
const blank = blankForm({ payer: 'ada', members: ['ada', 'bo'], currency: 'EUR', date: '2026-11-21' });
const typed: ExpenseForm = {
  ...blank,
  description: 'Rent',
  amount: '900',
  payer: 'cy',
  several: true,
  paid: { bo: '400', cy: '500' },
  mode: 'exact',
  among: { ada: true, bo: true, cy: true },
  entries: { ...blank.entries, exact: { ada: '300', cy: '600' } },
};

test('[FORM2] whoever is not in the group any more has no part in what was typed, and is named', () => {
  expect(restrictForm(typed, ['ada', 'bo'])).toEqual({
    leftOut: ['cy'],
    form: {
      ...typed,
      payer: 'ada',
      paid: { bo: '400' },
      among: { ada: true, bo: true },
      entries: { ...blank.entries, exact: { ada: '300' } },
    },
  });
});

test('[FORM2] nobody who left is saved unseen', () => {
  const equally: ExpenseForm = { ...typed, several: false, mode: 'equal' };
  const { form, leftOut } = restrictForm(equally, ['ada', 'bo']);
  expect(leftOut).toEqual(['cy']);
  expect(checkForm(form, english).draft).toMatchObject({ payers: { ada: 90_000 }, split: { entries: { ada: 1, bo: 1 } } });
});

test('where nobody of several payers is left, the first member pays', () => {
  expect(restrictForm({ ...typed, paid: { cy: '900' } }, ['ada', 'bo']).form).toMatchObject({ several: false, payer: 'ada' });
});

test('what was typed for another mode leaves nobody out, and a form about those who are there stays the same object', () => {
  const form = { ...typed, several: false, payer: 'ada', entries: { ...typed.entries, exact: { ada: '900' } } };
  expect(restrictForm(form, ['ada', 'bo'])).toEqual({ form, leftOut: [] });
  expect(restrictForm(blank, ['ada', 'bo']).form).toBe(blank);
});
