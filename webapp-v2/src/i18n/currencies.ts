/** Offered before the others, which follow by their codes. */
const FREQUENT = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK'];

/** What people use in a region, where it is one of the frequent ones: "en-GB" → "GBP". Euro otherwise. */
const REGION_CURRENCY: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  JP: 'JPY',
  CA: 'CAD',
  AU: 'AUD',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
};

export const likelyCurrency = (locale: string): string => REGION_CURRENCY[new Intl.Locale(locale).maximize().region ?? ''] ?? 'EUR';

/** All currencies of this runtime for a list to choose from, code first: frequent ones on top, the others by code. */
export function currencyOptions(currencyName: (code: string) => string): { value: string; text: string }[] {
  const others = Intl.supportedValuesOf('currency').filter((code) => !FREQUENT.includes(code));
  return [...FREQUENT, ...others].map((value) => ({ value, text: `${value} · ${currencyName(value)}` }));
}

/** Order of currencies: `own`, such as a group's, in front, the others by code. */
export const ownCurrencyFirst = (own: string) => (a: string, b: string) =>
  Number(b === own) - Number(a === own) || (a < b ? -1 : a > b ? 1 : 0);
