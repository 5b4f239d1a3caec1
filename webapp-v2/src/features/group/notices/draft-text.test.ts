import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { blankForm, type ExpenseForm } from '../expense-form/form.ts';
import { createPeople } from '../people.ts';
import { draftText } from './draft-text.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const members = { ada: { id: 'ada', displayName: 'Ada' }, bo: { id: 'bo', displayName: 'Bo' } };
const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], null, i18n);

const blank = blankForm({ payer: 'ada', members: ['ada', 'bo'], currency: 'EUR', date: '2026-11-21' });
const told = (patch: Partial<ExpenseForm>, start = blank) =>
  draftText({ form: { ...start, ...patch }, origin: { entity: null, form: start } }, people, i18n);

test('[DRAFT6] what was typed can be read where its form cannot be opened any more', () => {
  expect(told({ description: 'Boat', amount: '12,5', note: 'half a day', date: '2026-11-20' })).toBe(
    'Boat\nhalf a day\n12,5 EUR\nFri 20 Nov 2026',
  );
  const entries = { ...blank.entries, exact: { ada: '4', bo: '8,50' } };
  expect(told({ amount: '12,5', several: true, paid: { ada: '10', bo: '2,5' }, mode: 'exact', entries })).toBe(
    '12,5 EUR\nAda 10 and Bo 2,5\nAda 4 and Bo 8,50',
  );
});

test('[DRAFT6] what was as the form proposed it, and what was only chosen, is not told', () => {
  expect(told({}, { ...blank, description: 'Boat', amount: '12' })).toBe('');
  expect(told({ note: 'late', category: 'food' }, { ...blank, description: 'Boat', amount: '12' })).toBe('Boat: late');
});

test('[DRAFT4] where only a part was typed in, it is told of what', () => {
  expect(told({ amount: '20' }, { ...blank, description: 'Stew', amount: '12' })).toBe('Stew: 20 EUR');
  expect(told({ description: '', amount: '20' }, { ...blank, description: 'Stew', amount: '12' })).toBe('Stew: 20 EUR');
  expect(told({ description: 'Soup' }, { ...blank, description: 'Stew', amount: '12' })).toBe('Soup');
  const settings = { name: 'Lisbon', description: '' };
  expect(draftText({ form: { ...settings, description: 'Spring' }, origin: { form: settings } }, people, i18n)).toBe('Lisbon: Spring');
  const payment = { from: 'ada', to: 'bo', amount: '5', currency: 'EUR', date: '2026-11-21', note: '' };
  expect(draftText({ form: { ...payment, note: 'late' }, origin: { form: payment } }, people, i18n)).toBe('Ada paid Bo: late');
});

test('[DRAFT6] a payment names its two people; a draft of an older page is told as far as it is understood', () => {
  const payment = { from: 'ada', to: 'bo', amount: '', currency: 'EUR', date: '2026-11-21', note: '' };
  const draft = { form: { ...payment, amount: '5' }, origin: { entity: null, form: payment } };
  expect(draftText(draft, people, i18n)).toBe('Ada paid Bo: 5 EUR');
  expect([draftText(7, people, i18n), draftText({ form: { name: ' Kai ', amount: 7 } }, people, i18n)]).toEqual(['', 'Kai']);
});
