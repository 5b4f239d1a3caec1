import { type MemberId, type ParsedAmount, parseAmount, type SplitMode } from '@splitifyd/shared/domain';
import { PERCENT_AS_CURRENCY, WHOLE_AS_CURRENCY } from '../../../i18n/money-format.ts';
import { parseMoney, type Writing } from '../editing/parse-money.ts';
import type { EntryMode, ExpenseForm } from './form.ts';

interface ReadEntries {
  /** As a `Split` has them. */
  entries: Record<MemberId, number>;
  /** The first member whose text is not a number. */
  unreadable: MemberId | null;
}

/**
 * What was typed for the chosen mode. Empty fields, and a sign that stayed when its number was cleared, are nobody's part; in a
 * plus-or-minus split they are a part without adjustment.
 */
export function readEntries(form: ExpenseForm, writing: Writing): ReadEntries {
  const among = Object.keys(form.among).filter((memberId) => form.among[memberId]);
  if (form.mode === 'equal') return { entries: Object.fromEntries(among.map((memberId) => [memberId, 1])), unreadable: null };
  const texts = form.entries[form.mode];
  const read: ReadEntries = { entries: {}, unreadable: null };
  for (const memberId of form.mode === 'adjustment' ? among : Object.keys(texts)) {
    const entry = readEntry(form.mode, texts[memberId] ?? '', form.currency, writing);
    if (entry.ok) read.entries[memberId] = entry.amount;
    else if (entry.reason !== 'empty') read.unreadable ??= memberId;
    else if (form.mode === 'adjustment') read.entries[memberId] = 0;
  }
  return read;
}

/** What each payer paid, for those with anything typed. */
export function readPaid(form: ExpenseForm, writing: Writing): { paid: Record<MemberId, ParsedAmount>; unreadable: MemberId | null } {
  const read = Object.entries(form.paid).map(([memberId, text]) => [memberId, parseMoney(text, form.currency, writing)] as const);
  const paid = Object.fromEntries(read.filter(([, parsed]) => parsed.ok || parsed.reason !== 'empty'));
  return { paid, unreadable: Object.keys(paid).find((memberId) => !paid[memberId]?.ok) ?? null };
}

const READ_AS: Record<Exclude<SplitMode, 'equal' | 'exact' | 'adjustment'>, string> = {
  percent: PERCENT_AS_CURRENCY,
  shares: WHOLE_AS_CURRENCY,
};

/** The placeholder shows it, so that some type it. */
const PERCENT = /\s*[%\u066A\uFF05]\s*$/;

type ReadEntry = { ok: true; amount: number } | Exclude<ParsedAmount, { ok: true }>;

function readEntry(mode: EntryMode, text: string, currency: string, writing: Writing): ReadEntry {
  if (mode === 'adjustment') return readSigned(text, currency, writing);
  const bare = mode === 'percent' ? text.replace(PERCENT, '') : text;
  return mode === 'exact' ? parseMoney(text, currency, writing) : parseAmount(bare, READ_AS[mode], writing.separators);
}

const SIGN = /^\s*([-+\u2212])?/;

function readSigned(text: string, currency: string, writing: Writing): ReadEntry {
  const sign = SIGN.exec(text)?.[1];
  const parsed = parseMoney(text.replace(SIGN, ''), currency, writing);
  return !parsed.ok || sign === undefined || sign === '+' ? parsed : { ok: true, amount: 0 - parsed.amount };
}

/** The same entry with the other sign. */
export function turnSign(text: string): string {
  const bare = text.replace(SIGN, '');
  return isLowering(text) ? bare : `-${bare}`;
}

export const isLowering = (text: string): boolean => /^\s*[-\u2212]/.test(text);
