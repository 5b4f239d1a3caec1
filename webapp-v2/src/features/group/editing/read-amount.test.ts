import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { problemToTell, readAmount } from './read-amount.ts';

const english = createMoneyFormat('en');

test.each([
  ['12.50', 1250, null],
  ['0', null, 'zero'],
  [' ', null, 'empty'],
  ['12.505', null, 'too-many-decimals'],
])('"%s" is read as an amount above zero or has a problem', (text, amount, problem) => {
  expect(readAmount(text, 'EUR', english)).toEqual({ amount, problem });
});

test('what may still be typed is not called wrong before the reader asks to save', () => {
  expect([problemToTell('empty', false), problemToTell('zero', false)]).toEqual([null, null]);
  expect([problemToTell('empty', true), problemToTell('negative', false)]).toEqual(['empty', 'negative']);
});
