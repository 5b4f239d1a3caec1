import { expect, test } from 'vitest';
import { type Minor, minor } from './money.ts';
import { checkPayers } from './payers.ts';

const paid = (payers: Record<string, number>): Record<string, Minor> => payers as Record<string, Minor>;

test.each<[string, Record<string, number>, object | null]>([
  ['one who paid all', { ana: 1000 }, null],
  ['two who paid all', { ana: 999, bo: 1 }, null],
  ['nobody', {}, { code: 'no-payers' }],
  ['somebody who paid 0', { ana: 1000, bo: 0 }, { code: 'amount-out-of-range', memberId: 'bo' }],
  ['a negative payment', { ana: -1 }, { code: 'amount-out-of-range', memberId: 'ana' }],
  ['a fraction', { ana: 999.5, bo: 0.5 }, { code: 'amount-out-of-range', memberId: 'ana' }],
  ['too much', { ana: 1000, bo: 120 }, { code: 'does-not-sum', unit: 'minor', difference: 120 }],
  ['too little', { ana: 970 }, { code: 'does-not-sum', unit: 'minor', difference: -30 }],
])('[SPL6] payers of 10.00: %s', (_, payers, problem) => {
  expect(checkPayers(minor(1000), paid(payers))).toEqual(problem);
});
