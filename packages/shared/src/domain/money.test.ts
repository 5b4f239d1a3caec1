import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { currencyExponent, isCurrency, MAX_AMOUNT, minor, toDecimalString } from './money.ts';

/** The currencies to which ISO 4217 gives another number of decimals than two. */
const ISO_4217_DECIMALS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

describe('minor', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('[MON1] refuses %d', (n) => {
    expect(() => minor(n)).toThrow(RangeError);
  });

  test('[MON1] has one zero only', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
  });
});

describe('currencies', () => {
  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['USD', 2],
    ['KWD', 3],
    ['BHD', 3],
  ])('[MON2] %s has %i decimals', (code, exponent) => {
    expect(currencyExponent(code)).toBe(exponent);
    expect(currencyExponent(code)).toBe(exponent);
  });

  test.each([
    ['that follows ISO 4217', (currency: string) => ISO_4217_DECIMALS.get(currency) ?? 2],
    ['of the days before CLDR 48', (currency: string, here: number) => (currency === 'RSD' ? 0 : here)],
  ])('[MON2] in an engine %s amounts are read as in this one', async (_, decimalsOf) => {
    const here = Intl.supportedValuesOf('currency').map((code) => [code, currencyExponent(code)]);
    const { resolvedOptions } = Intl.NumberFormat.prototype;
    vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions').mockImplementation(function (this: Intl.NumberFormat) {
      const options = resolvedOptions.call(this);
      return { ...options, maximumFractionDigits: decimalsOf(options.currency ?? '', options.maximumFractionDigits ?? 2) };
    });
    vi.resetModules();
    const elsewhere = await import('./money.ts');
    onTestFinished(() => void vi.restoreAllMocks());

    expect(here.map(([code]) => [code, elsewhere.currencyExponent(String(code))])).toEqual(here);
    expect(elsewhere.currencyExponent('KWD')).toBe(3);
  });

  test('[MON2] only ISO 4217 codes in upper case are currencies', () => {
    expect(['EUR', 'JPY', 'KWD'].filter(isCurrency)).toEqual(['EUR', 'JPY', 'KWD']);
    expect(['eur', 'ZZZ', 'EURO', '', 'constructor'].filter(isCurrency)).toEqual([]);
    expect(() => currencyExponent('EURO')).toThrow(RangeError);
  });
});

describe('toDecimalString', () => {
  test.each([
    [1230, 'EUR', '12.30'],
    [-5, 'EUR', '-0.05'],
    [0, 'EUR', '0.00'],
    [-100, 'EUR', '-1.00'],
    [1200, 'JPY', '1200'],
    [0, 'JPY', '0'],
    [1234, 'KWD', '1.234'],
    [-7, 'BHD', '-0.007'],
    [MAX_AMOUNT, 'EUR', '1000000000.00'],
  ])('[MON3] %i minor units of %s are written %s', (amount, currency, text) => {
    expect(toDecimalString(minor(amount), currency)).toBe(text);
  });

  test('[MON3] writes every amount with all its digits, which taken together are the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('JPY', 'EUR', 'KWD'), (n, currency) => {
        const text = toDecimalString(minor(n), currency);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
        expect(text.split('.')[1]?.length ?? 0).toBe(currencyExponent(currency));
        expect(Number(text.replace('.', ''))).toBe(n);
      }),
    );
  });
});
