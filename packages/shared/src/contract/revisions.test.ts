import { expect, test } from 'vitest';
import { minor } from '../domain/index.ts';
import type { NewExpense } from './endpoints.ts';
import { editedExpense, editedSettlement, expenseOf, settlementOf, tombstone } from './revisions.ts';

const money = { amount: minor(900), currency: 'EUR' };
const bill: NewExpense = {
  id: 'e',
  description: 'Groceries',
  date: '2026-03-14',
  category: 'food',
  note: '',
  ...money,
  payers: { mara: minor(900) },
  split: { mode: 'equal', entries: { mara: 1, jonte: 1 } },
};
const first = { by: 'mara', at: 1000, seq: 5 };
const second = { by: 'jonte', at: 2000, seq: 9 };

test('[VIEW2] [REST7] what is made carries its author, its shares, and is at version 1', () => {
  const expense = expenseOf(bill, 'g', first);
  expect(expense).toEqual({
    ...bill,
    groupId: 'g',
    shares: { mara: 450, jonte: 450 },
    createdBy: 'mara',
    createdAt: 1000,
    updatedBy: 'mara',
    updatedAt: 1000,
    version: 1,
    seq: 5,
    deletedAt: null,
  });
});

test('[VIEW2] an edit of text counts on and leaves the shares; one of money computes them anew', () => {
  const before = { ...expenseOf(bill, 'g', first), shares: { mara: minor(900) } };
  const renamed = editedExpense(before, { description: 'Market', note: undefined }, second);
  expect(renamed).toEqual({ ...before, description: 'Market', updatedBy: 'jonte', updatedAt: 2000, version: 2, seq: 9 });
  const halved = editedExpense(before, { ...money, amount: minor(400), payers: { mara: minor(400) }, split: bill.split }, second);
  expect(halved.shares).toEqual({ mara: 200, jonte: 200 });
});

test('[VIEW2] a settlement that is edited and deleted keeps who made it', () => {
  const made = settlementOf({ id: 's', from: 'jonte', to: 'mara', date: '2026-03-14', note: '', ...money }, 'g', first);
  const deleted = tombstone(editedSettlement(made, { note: 'in cash' }, second), { ...second, at: 3000, seq: 10 });
  expect(deleted).toEqual({ ...made, note: 'in cash', updatedBy: 'jonte', updatedAt: 3000, version: 3, seq: 10, deletedAt: 3000 });
});
