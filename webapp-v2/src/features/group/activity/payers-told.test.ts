import type { ActivityEntry, Expense } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { formerOf, tellsPayers } from './payers-told.ts';

const paid = (payers: Record<string, number>, id = 'taxi') =>
  ({ id, payers, amount: Object.values(payers).reduce((sum, part) => sum + part, 0) }) as Expense;
const BOTH = ['amount', 'payers'];

test('[NEWS4] that a single payer’s amount followed the amount is not told, that another one paid is', () => {
  expect(tellsPayers(BOTH, paid({ ada: 1200 }), paid({ ada: 1000 }))).toBe(false);
  expect(tellsPayers(BOTH, paid({ bo: 1200 }), paid({ ada: 1000 }))).toBe(true);
  expect(tellsPayers(['payers'], paid({ bo: 1000 }), paid({ ada: 1000 }))).toBe(true);
});

test('[NEWS4] of several payers it is told where they are others, or their parts are', () => {
  expect(tellsPayers(BOTH, paid({ ada: 1200, bo: 601 }), paid({ ada: 1000, bo: 500 }))).toBe(false);
  expect(tellsPayers(BOTH, paid({ ada: 1200, bo: 500 }), paid({ ada: 1000, bo: 500 }))).toBe(true);
  expect(tellsPayers(BOTH, paid({ ada: 1000, bo: 200 }), paid({ ada: 1000 }))).toBe(true);
  expect(tellsPayers(BOTH, paid({ ada: 1200 }), paid({ ada: 500, bo: 500 }))).toBe(true);
});

test('[NEWS4] where what was before is not at hand, one payer is taken for the same one', () => {
  expect(tellsPayers(BOTH, paid({ ada: 1200 }), null)).toBe(false);
  expect(tellsPayers(BOTH, paid({ ada: 1200, bo: 500 }), null)).toBe(true);
});

test('[NEWS4] what an expense was before is the newest older entry of it', () => {
  const entry = (seq: number, state: Expense, action: ActivityEntry['action'] = 'expense.updated') =>
    ({ seq, action, fields: BOTH, entity: { kind: 'expense', state } }) as ActivityEntry;
  const entries = [
    entry(5, paid({ ada: 5 })),
    entry(4, paid({ ada: 4 }, 'soup')),
    entry(3, paid({ ada: 3 })),
    entry(1, paid({ ada: 1 }), 'expense.created'),
  ];
  expect(entries.map((each) => formerOf(each, entries)?.amount ?? null)).toEqual([3, null, 1, null]);
});
