import type { ActivityEntry } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';
import { newsText } from './news-text.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const people: People = {
  me: 'Me',
  present: [],
  all: [],
  nameOf: (id) => id,
  fromNameOf: (id) => id,
  toNameOf: (id) => id,
  labelOf: (id) => id,
};

const soup = { kind: 'expense', state: { description: 'Soup', amount: 800, currency: 'EUR' } } as ActivityEntry['entity'];
const did = (actorId: string, action: ActivityEntry['action'] = 'expense.created', entity = soup): ActivityEntry => ({
  id: 'x',
  seq: 1,
  at: 0,
  actorId,
  action,
  fields: [],
  entity,
});

test('[NEWS1] one change is told in the words of the activity, with the amount that is new', () => {
  expect(newsText([did('Ben')], people, i18n, [])).toBe('Ben added “Soup”, €8.00');
  expect(newsText([{ ...did('Ben', 'expense.updated'), fields: ['amount'] }], people, i18n, [])).toBe('Ben changed “Soup”: amount, €8.00');
  expect(newsText([{ ...did('Ben', 'expense.updated'), fields: ['note'] }], people, i18n, [])).toBe('Ben changed “Soup”: note');
  expect(newsText([did('Ben', 'expense.deleted')], people, i18n, [])).toBe('Ben deleted “Soup”');
  expect(newsText([], people, i18n, [])).toBe('');
});

test('[NEWS4] that another one paid is told by what was before', () => {
  const paidBy = (id: string, amount: number) =>
    ({
      kind: 'expense',
      state: { id: 'soup', description: 'Soup', amount, currency: 'EUR', payers: { [id]: amount } },
    }) as ActivityEntry['entity'];
  const change = { ...did('Ben', 'expense.updated', paidBy('Ben', 900)), fields: ['amount', 'payers'], seq: 2 };
  const told = (before: string) => newsText([change], people, i18n, [change, did('Ben', 'expense.created', paidBy(before, 800))]);
  expect(told('Ben')).toBe('Ben changed “Soup”: amount, €9.00');
  expect(told('Ada')).toBe('Ben changed “Soup”: amount and payers, €9.00');
});

test('[NEWS1] many are one sentence, which names three people at most', () => {
  expect(newsText([did('Ben'), did('Ada'), did('Ben')], people, i18n, [])).toBe('3 changes by Ben and Ada');
  expect(
    newsText(
      ['Ben', 'Ada', 'Cy'].map((name) => did(name)),
      people,
      i18n,
      [],
    ),
  ).toBe('3 changes by Ben, Ada and Cy');
  expect(
    newsText(
      ['Ben', 'Ada', 'Cy', 'Di'].map((name) => did(name)),
      people,
      i18n,
      [],
    ),
  ).toBe('4 changes by Ben, Ada and others');
});
