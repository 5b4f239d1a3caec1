import { currencyExponent, MAX_AMOUNT, minor, type ParsedAmount, type Separators } from './money.ts';

const MINUS = /^[-\u2212\uFE63\uFF0D]/;
/** `Intl` writes these around numbers in right-to-left locales, so they come along with a pasted amount. */
const BIDI_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const WESTERN_GROUPS = /^\d{1,3}(?:g\d{3})+$/;
const INDIAN_GROUPS = /^\d{1,2}(?:g\d{2})*g\d{3}$/;
/** Whatever the locale, these two signs have one meaning each. */
const ARABIC_DECIMAL = '\u066B';
const ARABIC_GROUP = '\u066C';

/**
 * Reads an amount as its user typed it, in major units of `currency`. Works on digits only, never through a float.
 *
 * - Digits of any script; half-typed decimals ("12." and ".5") count.
 * - The locale's decimal separator separates decimals. Its group sign groups by three, or in the Indian way ("12,34,567");
 *   spaces group by the same patterns in every locale; anything else than whole groups is not a number.
 * - Phone keyboards often offer one separator only, not always the locale's. So the other one of "." and ",", once and
 *   followed by no more digits than the currency has decimals, is read as decimal: "1.23" is 1.23 euros in German too.
 *   The locale's own reading goes first: "1.234" in German is 1234 also in dinars, which have three decimals.
 */
export function parseAmount(text: string, currency: string, separators: Separators): ParsedAmount {
  const decimal = canonical(separators.decimal).replace(ARABIC_DECIMAL, ',');
  const group = canonical(separators.group).replace(ARABIC_GROUP, '.') || ' ';
  const typed = canonical(text).replaceAll(ARABIC_DECIMAL, decimal).replaceAll(ARABIC_GROUP, group);
  if (typed === '') return { ok: false, reason: 'empty' };

  const unsigned = typed.replace(MINUS, '').trimStart();
  const exponent = currencyExponent(currency);
  const parts = readParts(unsigned, exponent, decimal, group);
  if (!parts) return { ok: false, reason: 'not-a-number' };
  if (unsigned !== typed) return { ok: false, reason: 'negative' };
  if (parts.decimals.length > exponent) return { ok: false, reason: 'too-many-decimals' };

  // A whole number: exact up to MAX_AMOUNT, and no rounding brings a greater one below it.
  const amount = Number(parts.whole + parts.decimals.padEnd(exponent, '0'));
  return amount > MAX_AMOUNT ? { ok: false, reason: 'too-large' } : { ok: true, amount: minor(amount) };
}

interface Parts {
  whole: string;
  decimals: string;
}

function readParts(text: string, exponent: number, decimal: string, group: string): Parts | null {
  const own = splitAt(text, decimal, group);
  if (own) return own;
  const other = decimal === ',' ? '.' : ',';
  const parts = splitAt(text, other, group);
  return parts && parts.decimals.length <= exponent ? parts : null;
}

/** The whole part without its groups, and the decimals; null where `text` is not a number in this way of writing. */
function splitAt(text: string, decimal: string, group: string): Parts | null {
  const [whole = '', decimals = '', ...more] = text.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(decimals) || whole + decimals === '') return null;
  const digits = ungroup(whole, group) ?? ungroup(whole, ' ');
  return digits === null ? null : { whole: digits, decimals };
}

function ungroup(whole: string, group: string): string | null {
  const digits = whole.replaceAll(group, '');
  if (!/^\d*$/.test(digits)) return null;
  const marked = whole.replaceAll(group, 'g');
  return digits === whole || WESTERN_GROUPS.test(marked) || INDIAN_GROUPS.test(marked) ? digits : null;
}

/** One spelling for signs that look alike: ASCII digits, " " for any space, "'" for any apostrophe, "," and "." for the wide ones. */
function canonical(text: string): string {
  return text
    .replace(BIDI_MARKS, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s/g, ' ')
    .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
    .replace(/[\u060C\uFF0C]/g, ',')
    .replace(/\uFF0E/g, '.')
    .trim();
}

/** Unicode keeps each script's ten digits together and in order (stability policy for Nd), so the value is the distance from the run's start. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let run = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - run - 1))) run++;
  return String(run % 10);
}
