import { expect, test } from 'vitest';
import { copyForm } from './copy-form.ts';
import { blankForm, type ExpenseForm } from './form.ts';

const blank = blankForm({ payer: 'ada', members: ['ada', 'bo'], currency: 'EUR', date: '2026-11-21' });
const original: ExpenseForm = {
  ...blank,
  description: 'Rent',
  amount: '900',
  date: '2026-10-01',
  payer: 'cy',
  several: true,
  paid: { bo: '400', cy: '500' },
  mode: 'exact',
  among: { ada: true, bo: true, cy: true },
  entries: { ...blank.entries, exact: { ada: '300', cy: '600' } },
};

test('a copy is the same on another day, without whoever is not in the group any more', () => {
  expect(copyForm(original, blank)).toEqual({
    ...original,
    date: '2026-11-21',
    payer: 'ada',
    paid: { bo: '400' },
    among: { ada: true, bo: true },
    entries: { ...blank.entries, exact: { ada: '300' } },
  });
});

test('where nobody of several payers is left, the author pays', () => {
  expect(copyForm({ ...original, paid: { cy: '900' } }, blank)).toMatchObject({ several: false, payer: 'ada' });
});
