import { currencyExponent, type Minor, minor, type Separators, toDecimalString } from '@splitifyd/shared/domain';

/** Writes and reads amounts as the user's locale does; digits go in as text, so nothing passes through a float. */
export interface MoneyFormat {
  /** "€12.30", "−€12.30". */
  money(amount: Minor, currency: string): string;
  /** "+€12.30", "−€12.30", "€0.00". */
  signedMoney(amount: Minor, currency: string): string;
  /** For an input: "12.30" with the locale's decimal separator and no group signs. */
  plainAmount(amount: Minor, currency: string): string;
  /** Basis points: 3333 → "33.33%". */
  percent(basisPoints: number): string;
  /** For an input: 5000 → "50", 3333 → "33.33". */
  plainPercent(basisPoints: number): string;
  /** "Euro". */
  currencyName(currency: string): string;
  readonly separators: Separators;
  readonly locale: string;
}

/** Percent with two decimals are to basis points what euros are to cents. */
const HUNDREDTHS = 'EUR';

export function createMoneyFormat(locale: string): MoneyFormat {
  const separators = separatorsOf(locale);
  const plain = new Map<string, Intl.NumberFormat>();
  const signed = new Map<string, Intl.NumberFormat>();
  const percentages = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 2 });
  const names = new Intl.DisplayNames(locale, { type: 'currency' });

  const formatter = (cache: Map<string, Intl.NumberFormat>, currency: string, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat => {
    const known = cache.get(currency);
    if (known) return known;
    const digits = currencyExponent(currency);
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    cache.set(currency, made);
    return made;
  };
  const localDecimal = (decimal: string): string => decimal.replace('.', separators.decimal);

  return {
    money: (amount, currency) => withMinus(formatter(plain, currency, 'auto').format(decimalOf(amount, currency))),
    signedMoney: (amount, currency) => withMinus(formatter(signed, currency, 'exceptZero').format(decimalOf(amount, currency))),
    plainAmount: (amount, currency) => localDecimal(toDecimalString(amount, currency)),
    percent: (basisPoints) => percentages.format(decimalOf(minor(basisPoints), HUNDREDTHS)),
    plainPercent: (basisPoints) => localDecimal(toDecimalString(minor(basisPoints), HUNDREDTHS).replace(/\.?0+$/, '')),
    currencyName: (currency) => names.of(currency) ?? currency,
    separators,
    locale,
  };
}

/** Reads percent as basis points, in the way amounts are read. */
export const PERCENT_AS_CURRENCY = HUNDREDTHS;

/** Reads whole numbers, in the way amounts without decimals are read. */
export const WHOLE_AS_CURRENCY = 'JPY';

/** Locales that write a hyphen mean a minus, which is as wide as the plus and is read out as such. */
const withMinus = (text: string): string => text.replace('-', '\u2212');

const decimalOf = (amount: Minor, currency: string) => toDecimalString(amount, currency) as Intl.StringNumericLiteral;

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.8);
  const signOf = (type: Intl.NumberFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: signOf('decimal') || '.', group: signOf('group') };
}
