import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import type { NoticeOf } from '../../../stores/group/open-group.ts';
import { createPeople } from '../people.ts';
import { refusedTitle } from './refused-title.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const members = { ada: { id: 'ada', displayName: 'Ada' }, bo: { id: 'bo', displayName: 'Bo' } };
const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], members.ada as never, i18n);
const titleOf = (notice: object) => refusedTitle({ action: 'update', ...notice } as never, people, i18n);

const cake = { description: 'Cake' } as NoticeOf<'expense'>['base'];

test('[CONF3] a refused change of an expense names it as others see it, also where it is gone or the change renames it', () => {
  const expense = { kind: 'expense', draft: { amount: 900 } };
  expect(titleOf({ ...expense, base: cake })).toBe('Your change to “Cake” was not saved');
  expect(titleOf({ ...expense, base: cake, current: { description: 'Tart' } })).toBe('Your change to “Tart” was not saved');
  expect(titleOf({ ...expense, base: cake, draft: { description: 'Cake of Bo' } })).toBe('Your change to “Cake” was not saved');
  expect(titleOf({ ...expense, action: 'create', draft: { description: 'Soup' } })).toBe('“Soup” was not added');
  expect(titleOf(expense)).toBe('Your change to “an expense” was not saved');
});

test('[CONF3] a refused change of a payment says who paid whom, also where it is gone', () => {
  const payment = { kind: 'settlement', draft: { note: 'cash' } };
  expect(titleOf({ ...payment, base: { from: 'ada', to: 'bo' } })).toBe('Your change was not saved: You paid Bo');
  expect(titleOf(payment)).toBe('Your change was not saved: a payment');
});
