import { describe, expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { checkForm } from './check.ts';
import { blankForm, type ExpenseForm } from './form.ts';

const [ADA, BO, CY] = ['ada', 'bo', 'cy'];
const ENGLISH = createMoneyFormat('en');
const GERMAN = createMoneyFormat('de');

const start: ExpenseForm = {
  ...blankForm({ payer: ADA, members: [ADA, BO, CY], currency: 'EUR', date: '2026-11-21' }),
  description: ' Dinner ',
  amount: '30',
};
const withEntries = (mode: Exclude<ExpenseForm['mode'], 'equal'>, entries: Record<string, string>, form = start): ExpenseForm => ({
  ...form,
  mode,
  entries: { ...form.entries, [mode]: entries },
});

describe('a new expense', () => {
  test('needs a description and an amount only: paid by its author, split equally among all', () => {
    expect(checkForm(start, ENGLISH).draft).toEqual({
      description: 'Dinner',
      amount: 3000,
      currency: 'EUR',
      date: '2026-11-21',
      category: 'general',
      note: '',
      payers: { [ADA]: 3000 },
      split: { mode: 'equal', entries: { [ADA]: 1, [BO]: 1, [CY]: 1 } },
    });
  });

  test('is read in the decimals of the reader and of the currency', () => {
    expect(checkForm({ ...start, amount: '1.234,50' }, GERMAN).amount).toBe(123450);
    expect(checkForm({ ...start, amount: '1200', currency: 'JPY' }, GERMAN).amount).toBe(1200);
    expect(checkForm({ ...start, amount: '1.234', currency: 'KWD' }, ENGLISH).amount).toBe(1234);
    expect(checkForm({ ...start, amount: '12.5', currency: 'JPY' }, ENGLISH).problems.amount).toBe('too-many-decimals');
  });

  test.each([
    ['', 'empty'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['-5', 'negative'],
    ['five', 'not-a-number'],
    ['12.345', 'too-many-decimals'],
  ])('an amount of "%s" is no amount (%s) and leaves nothing to save', (amount, problem) => {
    const checked = checkForm({ ...start, amount }, ENGLISH);
    expect(checked.problems.amount).toBe(problem);
    expect(checked.draft).toBeNull();
    expect(checked.shares).toBeNull();
  });

  test('names what is missing', () => {
    expect(checkForm({ ...start, description: '  ' }, ENGLISH)).toMatchObject({ problems: { description: true }, draft: null });
    expect(checkForm({ ...start, date: '2026-02-30' }, ENGLISH)).toMatchObject({ problems: { date: true }, draft: null });
  });
});

describe('splits', () => {
  test('equally among those who are ticked', () => {
    const checked = checkForm({ ...start, amount: '10', among: { [ADA]: true, [BO]: false, [CY]: true } }, ENGLISH);
    expect(checked.shares).toEqual({ [ADA]: 500, [CY]: 500 });
    expect(checkForm({ ...start, among: { [ADA]: false } }, ENGLISH).problems.split).toEqual({ code: 'no-participants' });
  });

  test('amounts tell what they are over by or what is left', () => {
    const over = checkForm(withEntries('exact', { [ADA]: '20', [BO]: '11.20' }), ENGLISH);
    expect(over.problems.split).toEqual({ code: 'does-not-sum', unit: 'minor', difference: 120 });
    const left = checkForm(withEntries('exact', { [ADA]: '20' }), ENGLISH);
    expect(left.problems.split).toEqual({ code: 'does-not-sum', unit: 'minor', difference: -1000 });
    expect(left.draft).toBeNull();
  });

  test('an empty field is not a part', () => {
    const checked = checkForm(withEntries('exact', { [ADA]: '10', [BO]: '20', [CY]: ' ' }), ENGLISH);
    expect(checked.draft?.split).toEqual({ mode: 'exact', entries: { [ADA]: 1000, [BO]: 2000 } });
  });

  test('[SPL7] a sign that stayed when its number was cleared is no entry', () => {
    expect(checkForm(withEntries('adjustment', { [ADA]: '-', [BO]: '+', [CY]: '' }), ENGLISH).shares).toEqual({
      [ADA]: 1000,
      [BO]: 1000,
      [CY]: 1000,
    });
    expect(checkForm(withEntries('percent', { [ADA]: '100', [BO]: ' %' }), ENGLISH).draft?.split.entries).toEqual({ [ADA]: 10_000 });
    expect(checkForm(withEntries('exact', { [ADA]: '30', [BO]: '€' }), ENGLISH).draft?.split.entries).toEqual({ [ADA]: 3000 });
    const paid = { ...start, several: true, paid: { [ADA]: '30', [BO]: '€' } };
    expect(checkForm(paid, ENGLISH).draft?.payers).toEqual({ [ADA]: 3000 });
  });

  test('percent are basis points with the decimals of the reader', () => {
    const checked = checkForm(withEntries('percent', { [ADA]: '33,33', [BO]: '66,67' }), GERMAN);
    expect(checked.draft?.split.entries).toEqual({ [ADA]: 3333, [BO]: 6667 });
    expect(checkForm(withEntries('percent', { [ADA]: '90' }), ENGLISH).problems.split).toEqual({
      code: 'does-not-sum',
      unit: 'basis-points',
      difference: -1000,
    });
  });

  test('[MON6] amounts and percents may carry their signs; shares have none', () => {
    expect(checkForm(withEntries('exact', { [ADA]: '€ 10', [BO]: '20 EUR' }), ENGLISH).shares).toEqual({ [ADA]: 1000, [BO]: 2000 });
    expect(checkForm(withEntries('percent', { [ADA]: '50%', [BO]: '50 %' }), GERMAN).shares).toEqual({ [ADA]: 1500, [BO]: 1500 });
    expect(checkForm(withEntries('adjustment', { [ADA]: '-€6' }), ENGLISH).shares).toMatchObject({ [ADA]: 600, [BO]: 1200 });
    expect(checkForm(withEntries('shares', { [ADA]: '2%' }), ENGLISH).problems.split).toMatchObject({ code: 'unreadable' });
  });

  test('shares are whole numbers', () => {
    expect(checkForm(withEntries('shares', { [ADA]: '2', [BO]: '1' }), ENGLISH).shares).toEqual({ [ADA]: 2000, [BO]: 1000 });
    expect(checkForm(withEntries('shares', { [ADA]: '1.5' }), ENGLISH).problems.split).toEqual({ code: 'unreadable', memberId: ADA });
  });

  test('plus or minus is laid over an equal split of the rest', () => {
    const checked = checkForm(withEntries('adjustment', { [ADA]: '6', [BO]: '-3' }), ENGLISH);
    expect(checked.draft?.split.entries).toEqual({ [ADA]: 600, [BO]: -300, [CY]: 0 });
    expect(checked.shares).toEqual({ [ADA]: 1500, [BO]: 600, [CY]: 900 });
  });

  test('what is not a number is named, whatever the sums say', () => {
    expect(checkForm(withEntries('exact', { [ADA]: '30', [BO]: 'x' }), ENGLISH).problems.split).toEqual({
      code: 'unreadable',
      memberId: BO,
    });
  });

  test('what was typed for another mode neither counts nor gets lost', () => {
    const form = { ...withEntries('exact', { [ADA]: 'x' }), mode: 'equal' as const };
    expect(checkForm(form, ENGLISH).draft?.split.mode).toBe('equal');
    expect(form.entries.exact).toEqual({ [ADA]: 'x' });
  });
});

describe('several payers', () => {
  const several = (paid: Record<string, string>): ExpenseForm => ({ ...start, several: true, paid });

  test('pay the amount between them; a zero is not a payment', () => {
    expect(checkForm(several({ [ADA]: '10', [BO]: '20', [CY]: '0' }), ENGLISH).draft?.payers).toEqual({ [ADA]: 1000, [BO]: 2000 });
  });

  test('tell what is left or over', () => {
    expect(checkForm(several({ [ADA]: '10' }), ENGLISH).problems.payers).toEqual({
      code: 'does-not-sum',
      unit: 'minor',
      difference: -2000,
    });
    expect(checkForm(several({}), ENGLISH).problems.payers).toEqual({ code: 'no-payers' });
    expect(checkForm(several({ [BO]: '-1' }), ENGLISH).problems.payers).toEqual({ code: 'unreadable', memberId: BO });
  });
});
