import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { foreignAmount } from './foreign-amount.ts';

const read = (text: string, currency: string, locale: string) => {
  const foreign = foreignAmount(text, currency, createMoneyFormat(locale));
  return foreign && `${foreign.amount} ${foreign.currency}`;
};

test.each([
  ['USD 12', 'EUR', 'en-IE', '1200 USD'],
  ['12,50 usd', 'EUR', 'de', '1250 USD'],
  ['$12', 'EUR', 'de', '1200 USD'],
  ['$12', 'CAD', 'en-US', '1200 USD'],
  ['12 US$', 'CAD', 'en-CA', '1200 USD'],
  ['£9.99', 'EUR', 'en-IE', '999 GBP'],
  ['¥1,200', 'EUR', 'en', '1200 JPY'],
  ['CHF 12.50', 'EUR', 'en', '1250 CHF'],
])('[MON7] %j in a form in %s (%s) is %s', (text, currency, locale, amount) => {
  expect(read(text, currency, locale)).toBe(amount);
});

test.each([
  ['EUR 12', 'EUR', 'en'],
  ['12 dollars', 'EUR', 'en'],
  ['about USD 12', 'EUR', 'en'],
  ['USD', 'EUR', 'en'],
  ['USD 0', 'EUR', 'en'],
  ['80 kr', 'EUR', 'en'],
  ['ABC 12', 'EUR', 'en'],
  ['USD 1.234', 'EUR', 'en'],
])('[MON7] %j in a form in %s (%s) is no amount of another currency, or not clearly of one', (text, currency, locale) => {
  expect(read(text, currency, locale)).toBeNull();
});
