import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { de } from '../../../i18n/de.ts';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { expenseFacts } from './expense-facts.ts';
import { EXPENSE_UNITS } from './units.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => Date.UTC(2026, 10, 21) });
const german = createI18n({ language: 'de', messages: de, preferred: ['de'], now: () => Date.UTC(2026, 10, 21) });
const members = Object.fromEntries(['ada', 'bo'].map((id) => [id, { id, displayName: id === 'ada' ? 'Ada' : 'Bo' }]));
const people = createPeople({ members } as Parameters<typeof createPeople>[0], null, i18n);

const expense = {
  description: 'Soup',
  amount: minor(4000),
  currency: 'EUR',
  date: '2026-11-20',
  category: 'food',
  note: 'late',
  payers: { ada: minor(3000), bo: minor(1000) },
  split: { mode: 'exact', entries: { ada: 1500, bo: 2500 } },
  shares: { ada: minor(1500), bo: minor(2500) },
} as unknown as Expense;

const facts = (units: readonly string[], of: Expense = expense) => expenseFacts(of, units, people, i18n);

test('[CONF1] of theirs every unit that is in conflict is told, and no other', () => {
  expect(facts(['note'])).toBe('Note: “late”');
  expect(facts(['note'], { ...expense, note: '' })).toBe('Note: empty');
  expect(facts(['category', 'description'])).toBe('Description: “Soup” · Category: Eating out');
  expect(facts([])).toBe('');
});

test('[CONF1] of the money it is told who paid how much and what falls to whom', () => {
  expect(facts(['amount'])).toBe('Amount: 2 people paid €40.00; Ada €30.00 and Bo €10.00; Amounts: Ada €15.00 and Bo €25.00');
  const single = { ...expense, payers: { ada: minor(4000) }, split: { ...expense.split, mode: 'equal' as const } };
  expect(facts(['amount'], single)).toBe('Amount: Ada paid €40.00; Equally: Ada €15.00 and Bo €25.00');
});

test('[CONF1] no two states that differ in a unit read the same there', () => {
  const others: Expense[] = [
    { ...expense, note: 'later' },
    { ...expense, category: 'drinks' },
    { ...expense, date: '2026-11-19' },
    { ...expense, description: 'Stew' },
    { ...expense, payers: { ada: minor(1000), bo: minor(3000) } },
    { ...expense, shares: { ada: minor(2500), bo: minor(1500) } },
  ];
  for (const other of others) expect(facts(Object.keys(EXPENSE_UNITS), other)).not.toBe(facts(Object.keys(EXPENSE_UNITS)));
});

test('[LOC1] names are quoted as the language does', () => {
  expect(expenseFacts(expense, ['note'], people, german)).toBe('Notiz: „late“');
});
