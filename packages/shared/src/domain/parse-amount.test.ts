import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyExponent, MAX_AMOUNT, minor, type Separators, toDecimalString } from './money.ts';
import { parseAmount } from './parse-amount.ts';

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1_234_567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
}

const LOCALES = ['en', 'de', 'fr', 'de-CH', 'en-IN', 'ar-EG', 'fa', 'hi-u-nu-deva', 'es', 'pl', 'sv', 'pt-BR', 'bn', 'he', 'ja', 'ru'];
const english = { decimal: '.', group: ',' };
const german = { decimal: ',', group: '.' };
const french = { decimal: ',', group: '\u202F' };
const swiss = { decimal: '.', group: '’' };
const egyptian = { decimal: '٫', group: '٬' };
const emirati = { decimal: '.', group: ',' };

describe('[MON4] parseAmount reads what a locale writes', () => {
  const formatted = fc.record({
    locale: fc.constantFrom(...LOCALES),
    currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
    amount: fc.oneof(fc.integer({ min: 0, max: MAX_AMOUNT }), fc.integer({ min: 0, max: 99_999 })).map(minor),
    useGrouping: fc.boolean(),
  });

  test('[MON4] formatting by Intl from the decimal string, then parsing, gives the amount back', () => {
    fc.assert(
      fc.property(formatted, ({ locale, currency, amount, useGrouping }) => {
        const digits = currencyExponent(currency);
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping });
        const text = format.format(toDecimalString(amount, currency) as Intl.StringNumericLiteral);
        expect(parseAmount(text, currency, separatorsOf(locale))).toEqual({ ok: true, amount });
      }),
      { numRuns: 2000 },
    );
  });

  test('[MON4] no text makes it throw or give anything but a whole amount within the bounds', () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123459., \u00A0'’-+gE٣٫٬𝟘_"), maxLength: 12 });
    const separators = fc.constantFrom(english, german, french, swiss, egyptian, { decimal: '.', group: '' });
    fc.assert(
      fc.property(text, separators, fc.constantFrom('JPY', 'EUR', 'KWD'), (typed, signs, currency) => {
        const parsed = parseAmount(typed, currency, signs);
        if (!parsed.ok) return;
        expect(Number.isInteger(parsed.amount) && parsed.amount >= 0 && parsed.amount <= MAX_AMOUNT).toBe(true);
        expect(typed).not.toMatch(/[-+gE_]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('[MON4] parseAmount accepts', () => {
  test.each<[string, string, Separators, number]>([
    ['12', 'EUR', english, 1200],
    ['  12.3 ', 'EUR', english, 1230],
    ['12.', 'EUR', english, 1200],
    ['.5', 'EUR', english, 50],
    ['0012.30', 'EUR', english, 1230],
    [`${'0'.repeat(400)}5`, 'EUR', english, 500],
    ['1,234,567.89', 'EUR', english, 123_456_789],
    ['12,34,567.8', 'EUR', english, 123_456_780],
    ['1.234,56', 'EUR', german, 123_456],
    ['1.234', 'EUR', german, 123_400],
    ['1 234,50', 'EUR', french, 123_450],
    ['1\u00A0234,50', 'EUR', french, 123_450],
    ['1 234,50', 'EUR', german, 123_450],
    ["1'234.50", 'EUR', swiss, 123_450],
    ['1’234,5', 'EUR', swiss, 123_450],
    ['١٬٢٣٤٫٥٠', 'EUR', egyptian, 123_450],
    ['12.5', 'EUR', egyptian, 1250],
    ['12,5', 'EUR', egyptian, 1250],
    ['1٫500', 'KWD', emirati, 1500],
    ['１２．５', 'EUR', english, 1250],
    ['𝟗𝟡', 'JPY', english, 99],
    ['1200', 'JPY', english, 1200],
    ['1,200', 'JPY', english, 1200],
    ['0.001', 'KWD', english, 1],
    ['1000000000.00', 'EUR', english, MAX_AMOUNT],
  ])('%j in %s', (text, currency, separators, amount) => {
    expect(parseAmount(text, currency, separators)).toEqual({ ok: true, amount });
  });

  test.each<[string, string, Separators, number]>([
    ['1.23', 'EUR', german, 123],
    ['1.2', 'EUR', german, 120],
    ['12.', 'EUR', german, 1200],
    ['1,23', 'EUR', english, 123],
    ['12.30', 'EUR', french, 1230],
    ['1.2345', 'CLF', german, 12345],
  ])('[MON5] the other separator, once and with no more digits than decimals: %j in %s', (text, currency, separators, amount) => {
    expect(parseAmount(text, currency, separators)).toEqual({ ok: true, amount });
  });

  test('[MON5] but reads whole groups as groups, also where a currency has three decimals', () => {
    expect(parseAmount('1.234', 'KWD', german)).toEqual({ ok: true, amount: 1_234_000 });
  });
});

describe('[MON4] parseAmount refuses', () => {
  test.each<[string, string, Separators, string]>([
    ['', 'EUR', english, 'empty'],
    [' \u00A0\u200F', 'EUR', english, 'empty'],
    ['.', 'EUR', english, 'not-a-number'],
    ['-', 'EUR', english, 'not-a-number'],
    ['abc', 'EUR', english, 'not-a-number'],
    ['1e3', 'EUR', english, 'not-a-number'],
    ['0x10', 'EUR', english, 'not-a-number'],
    ['+5', 'EUR', english, 'not-a-number'],
    ['1g234', 'EUR', english, 'not-a-number'],
    ['1.2.3', 'EUR', english, 'not-a-number'],
    ['1٬2', 'EUR', french, 'not-a-number'],
    ['12 30', 'EUR', english, 'not-a-number'],
    ['1,2345', 'EUR', english, 'not-a-number'],
    ['1,234,56', 'EUR', english, 'not-a-number'],
    ['1234,567.00', 'EUR', english, 'not-a-number'],
    ['1,234.56', 'EUR', german, 'not-a-number'],
    ['1.23', 'JPY', german, 'not-a-number'],
    ['1.234', 'EUR', french, 'not-a-number'],
    ['1.234', 'EUR', english, 'too-many-decimals'],
    ['1,234', 'EUR', german, 'too-many-decimals'],
    ['1.0', 'JPY', english, 'too-many-decimals'],
    ['0.0001', 'KWD', english, 'too-many-decimals'],
    ['1000000000.01', 'EUR', english, 'too-large'],
    ['9'.repeat(400), 'EUR', english, 'too-large'],
    ['-1', 'EUR', english, 'negative'],
    ['\u2212 1,50', 'EUR', german, 'negative'],
    ['\u061C-١', 'EUR', egyptian, 'negative'],
  ])('%j in %s', (text, currency, separators, reason) => {
    expect(parseAmount(text, currency, separators)).toEqual({ ok: false, reason });
  });
});
