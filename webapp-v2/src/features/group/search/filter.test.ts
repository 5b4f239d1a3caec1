import type { Expense, Group, Settlement } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { entityOf, type Line } from '../ledger/lines.ts';
import { createPeople } from '../people.ts';
import { createSearch, type Filter, isFiltering, NO_FILTER, narrowedBy } from './filter.ts';

const i18n = createI18n({ language: 'en', messages: en, preferred: ['en-IE'], now: () => 0 });
const members = { ada: { id: 'ada', displayName: 'Ada' }, zoe: { id: 'zoe', displayName: 'Zoë Brandt' } };
const people = createPeople({ members } as unknown as Group, null, i18n);

const expense = (id: string, of: Partial<Expense>): Line => ({
  pending: false,
  expense: {
    id,
    description: '',
    date: '2026-05-10',
    amount: minor(1000),
    currency: 'EUR',
    category: 'general',
    payers: { ada: minor(1000) },
    shares: { ada: minor(1000) },
    note: '',
    ...of,
  } as Expense,
});
const settlement = (id: string, of: Partial<Settlement>): Line => ({
  pending: false,
  settlement: { id, from: 'zoe', to: 'ada', amount: minor(4250), currency: 'EUR', date: '2026-05-12', note: '', ...of } as Settlement,
});

const LINES = [
  settlement('payment', {}),
  expense('cafe', { description: 'Crème brûlée', category: 'food', shares: { zoe: minor(1000) } }),
  expense('ferry', { description: 'Ferry', date: '2026-04-30', currency: 'SEK', note: 'night boat' }),
];
const found = (asked: Partial<Filter>) => createSearch(people, i18n)(LINES, { ...NO_FILTER, ...asked }).map((line) => entityOf(line).id);

describe('the search of the ledger', () => {
  test.each<[string, Partial<Filter>, string[]]>([
    ['nothing asked leaves everything', {}, ['payment', 'cafe', 'ferry']],
    ['blanks ask for nothing', { text: '  ' }, ['payment', 'cafe', 'ferry']],
    ['words are found without accents and case', { text: 'CREME brul' }, ['cafe']],
    ['all words have to occur', { text: 'ferry night' }, ['ferry']],
    ['words of different lines do not join', { text: 'ferry creme' }, []],
    ['payments are found by who took part', { text: 'zoe' }, ['payment']],
    ['amounts are found as they are written', { text: '42.50' }, ['payment']],
    ['[FLOW9] amounts are found from their beginning', { text: '42.5' }, ['payment']],
    ['[FLOW9] amounts are not found by what stands within them', { text: '2.5' }, []],
    ['a member who only has a share is found', { member: 'zoe' }, ['payment', 'cafe']],
    ['a category leaves payments out', { category: 'food' }, ['cafe']],
    ['a currency', { currency: 'SEK' }, ['ferry']],
    ['days include both ends', { from: '2026-04-30', until: '2026-05-10' }, ['cafe', 'ferry']],
  ])('%s', (_, asked, ids) => {
    expect(found(asked)).toEqual(ids);
  });

  test('tells how many fields narrow it, not counting the words', () => {
    expect([narrowedBy(NO_FILTER), narrowedBy({ ...NO_FILTER, text: 'x', from: '2026-01-01', currency: 'EUR' })]).toEqual([0, 2]);
    expect([isFiltering(NO_FILTER), isFiltering({ ...NO_FILTER, text: 'x' })]).toEqual([false, true]);
  });

  test('[FLOW6] a line is put into words once, however many letters are typed, and again where it changed', () => {
    const said: number[] = [];
    const search = createSearch(people, {
      ...i18n,
      plainAmount: (amount, currency) => {
        said.push(amount);
        return i18n.plainAmount(amount, currency);
      },
    });
    const typed = ['f', 'fe', 'fer', 'ferr', 'ferry'].map((text) => search(LINES, { ...NO_FILTER, text }).map((line) => entityOf(line).id));
    expect(typed.at(-1)).toEqual(['ferry']);
    expect(said).toHaveLength(LINES.length);
    const edited = expense('ferry', { description: 'Hydrofoil' });
    expect(search([...LINES.slice(0, 2), edited], { ...NO_FILTER, text: 'hydrofoil' })).toEqual([edited]);
    expect(said).toHaveLength(LINES.length + 1);
  });
});
