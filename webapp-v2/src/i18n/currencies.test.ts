import { expect, test } from 'vitest';
import { currencyOptions, likelyCurrency, ownCurrencyFirst } from './currencies.ts';

test('every currency is offered once, frequent ones on top', () => {
  const codes = currencyOptions((code) => code).map(({ value }) => value);
  expect(new Set(codes)).toEqual(new Set(Intl.supportedValuesOf('currency')));
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes[0]).toBe('EUR');
});

test.each([
  ['en-GB', 'GBP'],
  ['de-CH', 'CHF'],
  ['ja', 'JPY'],
  ['en', 'USD'],
  ['de', 'EUR'],
])('who reads %s likely pays in %s', (locale, currency) => {
  expect(likelyCurrency(locale)).toBe(currency);
});

test('a group’s own currency comes first, the others by code', () => {
  expect(['USD', 'CHF', 'JPY', 'EUR'].sort(ownCurrencyFirst('JPY'))).toEqual(['JPY', 'CHF', 'EUR', 'USD']);
});
