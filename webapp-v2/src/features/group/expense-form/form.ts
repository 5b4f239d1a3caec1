import type { Expense } from '@splitifyd/shared/contract';
import type { MemberId, SplitMode } from '@splitifyd/shared/domain';
import { minor } from '@splitifyd/shared/domain';
import type { MoneyFormat } from '../../../i18n/money-format.ts';

/** Modes in which something is typed for each member. */
export type EntryMode = Exclude<SplitMode, 'equal'>;

/** An expense as it is being typed: texts as they were entered, and what was entered for other modes than the chosen one. */
export interface ExpenseForm {
  description: string;
  amount: string;
  currency: string;
  date: string;
  category: string;
  note: string;
  /** Who paid all of it, unless `several` did; then what each of them paid. */
  payer: MemberId;
  several: boolean;
  paid: Readonly<Record<MemberId, string>>;
  mode: SplitMode;
  /** Who takes part, in the modes that divide equally. */
  among: Readonly<Record<MemberId, boolean>>;
  entries: Readonly<Record<EntryMode, Readonly<Record<MemberId, string>>>>;
}

const NO_ENTRIES: ExpenseForm['entries'] = { exact: {}, percent: {}, shares: {}, adjustment: {} };

/** A new expense: paid by its author, split equally among all. */
export function blankForm(start: { payer: MemberId; members: readonly MemberId[]; currency: string; date: string }): ExpenseForm {
  return {
    description: '',
    amount: '',
    currency: start.currency,
    date: start.date,
    category: 'general',
    note: '',
    payer: start.payer,
    several: false,
    paid: {},
    mode: 'equal',
    among: Object.fromEntries(start.members.map((memberId) => [memberId, true])),
    entries: NO_ENTRIES,
  };
}

type Content = Pick<Expense, 'description' | 'amount' | 'currency' | 'date' | 'category' | 'note' | 'payers' | 'split'>;

/** An expense in the form in which its author would have typed it. Law: checking it gives the same expense again. */
export function formOf(expense: Content, format: Pick<MoneyFormat, 'plainAmount' | 'plainPercent'>): ExpenseForm {
  const { currency, split } = expense;
  const payers = Object.entries(expense.payers);
  const textOf: Record<EntryMode, (entry: number) => string> = {
    exact: (entry) => format.plainAmount(minor(entry), currency),
    percent: format.plainPercent,
    shares: String,
    adjustment: (entry) => (entry === 0 ? '' : format.plainAmount(minor(entry), currency)),
  };
  const { mode } = split;
  const typed = mode === 'equal' ? NO_ENTRIES : { ...NO_ENTRIES, [mode]: mapValues(split.entries, textOf[mode]) };
  return {
    description: expense.description,
    amount: format.plainAmount(expense.amount, currency),
    currency,
    date: expense.date,
    category: expense.category,
    note: expense.note,
    payer: payers[0]?.[0] ?? '',
    several: payers.length > 1,
    paid: mapValues(expense.payers, (paid) => format.plainAmount(paid, currency)),
    mode,
    among: mapValues(split.entries, () => true),
    entries: typed,
  };
}

function mapValues<Value, Result>(record: Readonly<Record<string, Value>>, map: (value: Value) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
