/** An integer count of a currency's smallest unit: cents for EUR, yen for JPY, fils for KWD. */
export type Minor = number & { readonly unit: 'minor' };

/** How a locale writes numbers, as `Intl.NumberFormat.formatToParts` tells it. */
export interface Separators {
  decimal: string;
  group: string;
}

export type AmountProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large' | 'negative';
export type ParsedAmount = { ok: true; amount: Minor } | { ok: false; reason: AmountProblem };

/** Marks `n` as minor units; −0 becomes 0, so that equal amounts are identical. @throws RangeError unless `n` is a safe integer. */
export function minor(n: number): Minor {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of minor units: ${n}`);
  return (n === 0 ? 0 : n) as Minor;
}

export const ZERO: Minor = minor(0);

/** The largest amount of one expense or settlement, in minor units: 90,000 of them still sum to a safe integer. */
export const MAX_AMOUNT: Minor = minor(100_000_000_000);

/**
 * Currencies on whose decimals the engines' `Intl` disagree: ISO 4217 still gives them two or three, CLDR none, as nobody pays with them
 * any more; for the Serbian dinar CLDR itself gave none before version 48, and two since. Every member's browser and the server must read one
 * stored number alike, so these are settled here.
 */
const SETTLED_DECIMALS: ReadonlyMap<string, number> = new Map([
  ...'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER'.split(' ').map((code): [string, number] => [code, 0]),
  ['RSD', 2],
]);

const exponents = new Map<string, number>();
let knownCurrencies: ReadonlySet<string> | undefined;

/** Whether `code` is an upper-case ISO 4217 code that this runtime's `Intl` knows. */
export function isCurrency(code: string): boolean {
  knownCurrencies ??= new Set(Intl.supportedValuesOf('currency'));
  return knownCurrencies.has(code);
}

/** Decimals of a currency: 0 for JPY, 2 for EUR, 3 for KWD. @throws RangeError when `code` is not three letters. */
export function currencyExponent(code: string): number {
  const cached = exponents.get(code);
  if (cached !== undefined) return cached;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
  const exponent = SETTLED_DECIMALS.get(code) ?? maximumFractionDigits ?? 2;
  exponents.set(code, exponent);
  return exponent;
}

/** Writes an amount in major units with all its decimals ("12.30", "-0.05", JPY "1200"), for `Intl` to format without a float. */
export function toDecimalString(amount: Minor, currency: string): string {
  const exponent = currencyExponent(currency);
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
}
