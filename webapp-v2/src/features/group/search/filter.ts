import type { I18n } from '../../../i18n/i18n.ts';
import { asCategory } from '../categories.ts';
import { entityOf, isExpense, type Line } from '../ledger/lines.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';

/** What is looked for among the lines of the ledger; an empty field asks for nothing. */
export interface Filter {
  /** Words that all have to occur. */
  text: string;
  /** Somebody who paid, has a share, or takes part in a payment. */
  member: string;
  category: string;
  currency: string;
  /** Calendar dates, both included. */
  from: string;
  until: string;
}

export const NO_FILTER: Filter = { text: '', member: '', category: '', currency: '', from: '', until: '' };

/** How many fields beside the text ask for something. */
export const narrowedBy = ({ text: _, ...fields }: Filter): number => Object.values(fields).filter((value) => value !== '').length;

export const isFiltering = (filter: Filter): boolean => narrowedBy(filter) > 0 || filter.text.trim() !== '';

/** Letters alone: neither case nor accents matter to whoever searches. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Gives the lines that a filter leaves, in their order. Each line is put into words once, not at every letter that is typed. */
export function createSearch(people: People, i18n: I18n): (lines: readonly Line[], filter: Filter) => readonly Line[] {
  const known = new WeakMap<Line, Readable>();
  const readableOf = (line: Line): Readable => {
    const readable = known.get(line) ?? readLine(line, people, i18n);
    known.set(line, readable);
    return readable;
  };
  return (lines, filter) => (isFiltering(filter) ? lines.filter(matcher(filter, readableOf)) : lines);
}

function matcher(filter: Filter, readableOf: (line: Line) => Readable): (line: Line) => boolean {
  const words = plain(filter.text).split(/\s+/u).filter(Boolean);
  return (line) => {
    const { date, currency } = entityOf(line);
    if (filter.currency !== '' && currency !== filter.currency) return false;
    if (filter.from !== '' && date < filter.from) return false;
    if (filter.until !== '' && date > filter.until) return false;
    if (filter.member !== '' && !involves(line, filter.member)) return false;
    if (filter.category !== '' && !(isExpense(line) && asCategory(line.expense.category) === filter.category)) return false;
    if (words.length === 0) return true;
    const { text, amount } = readableOf(line);
    return words.every((word) => text.includes(word) || amount.startsWith(word));
  };
}

function involves(line: Line, memberId: string): boolean {
  if (isExpense(line)) return memberId in line.expense.payers || memberId in line.expense.shares;
  return line.settlement.from === memberId || line.settlement.to === memberId;
}

/** What can be read of a line. */
interface Readable {
  /** Its words, and who paid. */
  text: string;
  /** As it is written; found from its beginning only, as "13" is no part of what 0.13 means to anybody. */
  amount: string;
}

function readLine(line: Line, people: People, i18n: I18n): Readable {
  const { amount, currency, note } = entityOf(line);
  const words = isExpense(line)
    ? [line.expense.description, ...Object.keys(line.expense.payers).map((id) => people.labelOf(id))]
    : [settlementTitle(line.settlement, people, i18n), people.labelOf(line.settlement.from), people.labelOf(line.settlement.to)];
  return { text: plain([...words, note, currency].join(' ')), amount: i18n.plainAmount(amount, currency) };
}
