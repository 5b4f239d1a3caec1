import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import type { ExpenseDraft } from '../../../stores/group/open-group.ts';
import { editOf } from './edit-of.ts';

const content: ExpenseDraft = {
  description: 'Dinner',
  amount: minor(3000),
  currency: 'EUR',
  date: '2026-11-21',
  category: 'food',
  note: '',
  payers: { ada: minor(3000) },
  split: { mode: 'equal', entries: { ada: 1, bo: 1 } },
};
const before: Expense = {
  ...content,
  id: 'e',
  groupId: 'g',
  shares: { ada: minor(1500), bo: minor(1500) },
  createdBy: 'ada',
  createdAt: 0,
  updatedBy: 'ada',
  updatedAt: 0,
  version: 3,
  seq: 7,
  deletedAt: null,
};

test('an unchanged expense is no edit', () => {
  expect(editOf(before, { ...content, split: { mode: 'equal', entries: { bo: 1, ada: 1 } } })).toBeNull();
});

test('only what changed is sent', () => {
  expect(editOf(before, { ...content, description: 'Supper', note: 'late' })).toEqual({ description: 'Supper', note: 'late' });
});

test('amount, currency, payers and split change together', () => {
  const { amount, currency, payers } = content;
  const split = { mode: 'equal' as const, entries: { ada: 1 } };
  expect(editOf(before, { ...content, split })).toEqual({ amount, currency, payers, split });
  expect(Object.keys(editOf(before, { ...content, payers: { bo: minor(3000) } }) ?? {}).sort()).toEqual([
    'amount',
    'currency',
    'payers',
    'split',
  ]);
});
