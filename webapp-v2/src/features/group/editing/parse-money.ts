import { type ParsedAmount, parseAmount, type Separators } from '@splitifyd/shared/domain';
import type { MoneyFormat } from '../../../i18n/money-format.ts';

/** How the reader writes numbers. */
export type Writing = Pick<MoneyFormat, 'locale' | 'separators'>;

/**
 * Reads an amount as it is typed, or pasted with its currency: "€ 12", "12 €", "EUR 12.50". Some locales write money with other
 * separators than numbers (Austria: "1 234,5", but "1.234,50 €"): they are tried where the usual ones make no number of it.
 */
export function parseMoney(text: string, currency: string, { locale, separators }: Writing): ParsedAmount {
  const bare = withoutMarks(text, currency, locale);
  const parsed = parseAmount(bare, currency, separators);
  if (parsed.ok || parsed.reason !== 'not-a-number') return parsed;
  const ofMoney = parseAmount(bare, currency, moneySeparators(locale, currency));
  return ofMoney.ok ? ofMoney : parsed;
}

const BIDI_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const LETTER_OR_SIGN = /[\p{L}\p{Sc}]/u;

/** Leaves out the code or the sign of `currency` at either end; whatever else is there makes no number of it. */
function withoutMarks(text: string, currency: string, locale: string): string {
  if (!LETTER_OR_SIGN.test(text)) return text;
  const key = `${locale} ${currency}`;
  const around = surroundings.get(key) ?? surroundingsOf(currency, locale);
  surroundings.set(key, around);
  const [, sign = '', amount = text] = around.exec(text.replace(BIDI_MARKS, '').trim()) ?? [];
  return sign + amount;
}

/** What may stand around amounts, by locale and currency: it takes a while to find out, and a form asks for every entry anew. */
const surroundings = new Map<string, RegExp>();

function surroundingsOf(currency: string, locale: string): RegExp {
  const marks = marksOf(currency, locale).toSorted((a, b) => b.length - a.length);
  // "12K" are twelve thousand to many: a letter alone is a currency in front only.
  const behind = marks.filter((mark) => !/^\p{L}$/u.test(mark));
  return new RegExp(`^([-+\u2212]?)\\s*(?:${oneOf(marks)})?\\s*(.*?)\\s*(?:${oneOf(behind)})?$`, 'iu');
}

const oneOf = (marks: readonly string[]): string => marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** Code, the locale's sign and the short one, unless that is the sign of another currency here: "$" is no Canadian dollar in the USA. */
function marksOf(currency: string, locale: string): string[] {
  const [own, short] = [markOf(currency, locale, 'symbol'), markOf(currency, locale, 'narrowSymbol')];
  const isAnothers = short !== own && (signOwners(locale).get(short) ?? currency) !== currency;
  const signs = isAnothers ? [own] : [own, short];
  return [...new Set([currency, ...signs, ...signs.map((sign) => sign.normalize('NFKC'))])];
}

function markOf(currency: string, locale: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
  return (parts.find(({ type }) => type === 'currency')?.value ?? currency).replace(BIDI_MARKS, '').trim();
}

const owners = new Map<string, ReadonlyMap<string, string>>();

/** The currency of each sign as the locale writes it: hundreds have to be asked, once. */
export function signOwners(locale: string): ReadonlyMap<string, string> {
  const known =
    owners.get(locale) ?? new Map(Intl.supportedValuesOf('currency').map((currency) => [markOf(currency, locale, 'symbol'), currency]));
  owners.set(locale, known);
  return known;
}

function moneySeparators(locale: string, currency: string): Separators {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 1 }).formatToParts(1_234_567.8);
  const signOf = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { decimal: signOf('decimal') || '.', group: signOf('group') };
}
