import { LIMITS } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { moveBalances } from './balances.ts';

const movement = (currency: string, units: number) => ({ currency, effect: { ada: minor(units), bo: minor(-units) } });

const codes = Intl.supportedValuesOf('currency');
const full = Object.fromEntries(codes.slice(0, LIMITS.currenciesPerGroup).map((code) => [code, { ada: minor(1), bo: minor(-1) }]));
const [another = ''] = codes.slice(LIMITS.currenciesPerGroup);

test('[REST9] no currency more is opened than a group may hold, neither by adding an expense nor by taking one back', () => {
  expect(() => moveBalances(full, null, movement(another, 5))).toThrow(expect.objectContaining({ code: 'too-many-currencies' }));
  expect(() => moveBalances(full, movement(another, 5), null)).toThrow(expect.objectContaining({ code: 'too-many-currencies' }));
});

test('[REST9] in a full group money still moves within the currencies it has', () => {
  const [first = ''] = codes;
  expect(moveBalances(full, movement(first, 1), null)[first]).toBeUndefined();
  expect(moveBalances(full, null, movement(first, 4))[first]).toEqual({ ada: 5, bo: -5 });
});

test('[BAL7] a change after which the claims in a currency could not be added up exactly is refused', () => {
  const most = { EUR: { ada: minor(Number.MAX_SAFE_INTEGER), bo: minor(-Number.MAX_SAFE_INTEGER) } };
  const claim = { currency: 'EUR', effect: { cy: minor(1), di: minor(-1) } };
  expect(() => moveBalances(most, null, claim)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});
