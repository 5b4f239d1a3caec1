import { currencyExponent, MAX_AMOUNT, minor, toDecimalString } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { parseMoney } from './parse-money.ts';

const read = (text: string, currency: string, locale: string) => {
  const parsed = parseMoney(text, currency, createMoneyFormat(locale));
  return parsed.ok ? parsed.amount : parsed.reason;
};

/** The reader's own variants of the languages of the page. */
const LOCALES = ['en', 'en-IE', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-ZA', 'en-CH', 'de', 'de-AT', 'de-CH', 'de-LI', 'de-LU'];
const SPACES = ['', ' ', '\u00A0', '\u202F', '\u2009'];

const written = fc.record({
  locale: fc.constantFrom(...LOCALES),
  currency: fc.constantFrom(...Intl.supportedValuesOf('currency')),
  amount: fc.oneof(fc.integer({ min: 0, max: MAX_AMOUNT }), fc.integer({ min: 0, max: 999_999 })).map(minor),
});

test('[MON6] an amount is read back as its locale writes it, with the sign of its currency or the code, at either end', () => {
  fc.assert(
    fc.property(written, fc.constantFrom('symbol', 'code'), fc.constantFrom(...SPACES), (money, currencyDisplay, space) => {
      const { locale, currency, amount } = money;
      const digits = currencyExponent(currency);
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      const parts = format.formatToParts(toDecimalString(amount, currency) as Intl.StringNumericLiteral);
      const number = parts.filter(({ type }) => type !== 'currency' && type !== 'literal').map(({ value }) => value);
      const mark = parts.find(({ type }) => type === 'currency')?.value ?? '';
      expect(read(parts.map(({ value }) => value).join(''), currency, locale)).toBe(amount);
      expect(read(`${mark}${space}${number.join('')}`, currency, locale)).toBe(amount);
      expect(read(`${number.join('')}${space}${currency.toLowerCase()}`, currency, locale)).toBe(amount);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['€ 12', 'EUR', 'en-IE', 1200],
  ['12 €', 'EUR', 'en-IE', 1200],
  ['12€', 'EUR', 'de', 1200],
  ['EUR 12.50', 'EUR', 'de', 1250],
  ['$12.00 USD', 'USD', 'en-US', 1200],
  ['1\u202F234,50', 'EUR', 'en', 123_450],
  ['1\u00A0234,50\u00A0€', 'EUR', 'de', 123_450],
  ['1.234 €', 'EUR', 'de-AT', 123_400],
  ['kr. 80', 'DKK', 'da', 8000],
  ['80 kr', 'SEK', 'de', 8000],
  ['¥ 1,200', 'JPY', 'en', 1200],
  ['￥1200', 'JPY', 'ja', 1200],
  ['$12', 'USD', 'en-IE', 1200],
  ['R 12', 'ZAR', 'en-ZA', 1200],
  ['\u200F12.50\u00A0د.إ.\u200F', 'AED', 'ar-AE', 1250],
])('[MON6] %j is an amount of %s in %s', (text, currency, locale, amount) => {
  expect(read(text, currency, locale)).toBe(amount);
});

test.each([
  ['USD 12', 'EUR', 'en', 'not-a-number'],
  ['$12', 'CAD', 'en-US', 'not-a-number'],
  ['80 kr', 'DKK', 'sv', 'not-a-number'],
  ['12K', 'MMK', 'en', 'not-a-number'],
  ['12 €€', 'EUR', 'en', 'not-a-number'],
  ['12 € 50', 'EUR', 'en', 'not-a-number'],
  ['about €12', 'EUR', 'en', 'not-a-number'],
  ['12²€', 'EUR', 'en', 'not-a-number'],
  ['1,234 €', 'EUR', 'de', 'too-many-decimals'],
  ['−€12.50', 'EUR', 'en', 'negative'],
  ['€ -12.50', 'EUR', 'en', 'negative'],
  ['€', 'EUR', 'en', 'empty'],
])('[MON6] %j is no amount of %s in %s', (text, currency, locale, reason) => {
  expect(read(text, currency, locale)).toBe(reason);
});
