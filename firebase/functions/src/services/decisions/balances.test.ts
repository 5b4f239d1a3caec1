import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { CURRENCIES_PER_GROUP, moveBalances } from './balances.ts';

const movement = (currency: string, units: number) => ({ currency, effect: { ada: minor(units), bo: minor(-units) } });

const codes = Intl.supportedValuesOf('currency');
const full = Object.fromEntries(codes.slice(0, CURRENCIES_PER_GROUP).map((code) => [code, { ada: minor(1), bo: minor(-1) }]));
const [another = ''] = codes.slice(CURRENCIES_PER_GROUP);

test('[REST9] no currency more is opened than a group may hold, neither by adding an expense nor by taking one back', () => {
  expect(() => moveBalances(full, null, movement(another, 5))).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  expect(() => moveBalances(full, movement(another, 5), null)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});

test('[REST9] in a full group money still moves within the currencies it has', () => {
  const [first = ''] = codes;
  expect(moveBalances(full, movement(first, 1), null)[first]).toBeUndefined();
  expect(moveBalances(full, null, movement(first, 4))[first]).toEqual({ ada: 5, bo: -5 });
});
