import { minor, parseAmount } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMoneyFormat, PERCENT_AS_CURRENCY } from './money-format.ts';

const english = createMoneyFormat('en-GB');
const german = createMoneyFormat('de-DE');

describe('money format', () => {
  test('amounts have the decimals of their currency', () => {
    expect(english.money(minor(1230), 'EUR')).toBe('€12.30');
    expect(english.money(minor(1230), 'KWD')).toBe('KWD\u00a01.230');
    expect(english.money(minor(1230), 'GBP')).toBe('£12.30');
    expect(german.money(minor(123456), 'EUR')).toBe('1.234,56\u00a0€');
    expect(english.money(minor(1230), 'JPY')).toMatch(/¥1,230$/);
  });

  test('a balance carries its sign in both directions, zero has none', () => {
    expect(english.signedMoney(minor(5), 'EUR')).toBe('+€0.05');
    expect(english.signedMoney(minor(-5), 'EUR')).toBe('\u2212€0.05');
    expect(english.signedMoney(minor(0), 'EUR')).toBe('€0.00');
  });

  test('no digit is lost where a float would lose it', () => {
    expect(english.money(minor(9_007_199_254_740_991), 'EUR')).toBe('€90,071,992,547,409.91');
  });

  test('what is written into an input is read back as the same amount, in every locale and number of decimals', () => {
    const locales = ['en', 'de-DE', 'de-CH', 'fr', 'sv', 'hi', 'ar-EG', 'fa', 'pt-BR', 'pl'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.constantFrom(...locales),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (n, locale, code) => {
          const format = createMoneyFormat(locale);
          expect(parseAmount(format.plainAmount(minor(n), code), code, format.separators)).toEqual({ ok: true, amount: n });
        },
      ),
    );
  });

  test('percent in an input are read back as the same basis points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('en', 'de-DE', 'fr'), (basisPoints, locale) => {
        const format = createMoneyFormat(locale);
        expect(parseAmount(format.plainPercent(basisPoints), PERCENT_AS_CURRENCY, format.separators)).toEqual({
          ok: true,
          amount: basisPoints,
        });
      }),
    );
  });

  test('percent leave out decimals that are zero', () => {
    expect([5000, 3333, 1250, 0].map(english.plainPercent)).toEqual(['50', '33.33', '12.5', '0']);
    expect(english.percent(3333)).toBe('33.33%');
  });
});
