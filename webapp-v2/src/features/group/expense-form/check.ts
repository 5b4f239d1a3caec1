import {
  checkPayers,
  checkSplit,
  computeShares,
  isCalendarDate,
  type MemberId,
  type Minor,
  minor,
  normaliseLine,
  normaliseText,
  type PayersProblem,
  type SplitProblem,
} from '@splitifyd/shared/domain';
import type { ExpenseDraft } from '../../../stores/group/open-group.ts';
import type { Writing } from '../editing/parse-money.ts';
import { type ReadAmount, readAmount } from '../editing/read-amount.ts';
import type { ExpenseForm } from './form.ts';
import { readEntries, readPaid } from './read-entries.ts';

type Unreadable = { code: 'unreadable'; memberId: MemberId };

export interface CheckedForm {
  /** Minor units; null while there is no amount that could be split. */
  amount: Minor | null;
  problems: {
    description: boolean;
    amount: ReadAmount['problem'];
    date: boolean;
    /** Null also while there is no amount to compare with. */
    payers: PayersProblem | Unreadable | null;
    split: SplitProblem | Unreadable | null;
  };
  /** Everybody's part as far as it can be told: who gets the odd units is decided by the id that the expense will have. */
  shares: Record<MemberId, Minor> | null;
  /** What can be saved; null while there is any problem. */
  draft: ExpenseDraft | null;
}

/** What a form means, and what is still wrong with it. `seed` is the expense's id, where it has one. */
export function checkForm(form: ExpenseForm, writing: Writing, seed = ''): CheckedForm {
  const { amount, problem: amountProblem } = readAmount(form.amount, form.currency, writing);
  const { payers, problem: payersProblem } = checkPaid(form, amount, writing);
  const read = readEntries(form, writing);
  const split = { mode: form.mode, entries: read.entries };
  const splitProblem = read.unreadable
    ? ({ code: 'unreadable', memberId: read.unreadable } as const)
    : amount === null
      ? null
      : checkSplit(amount, split);

  const description = normaliseLine(form.description);
  const problems = {
    description: description === '',
    amount: amountProblem,
    date: !isCalendarDate(form.date),
    payers: payersProblem,
    split: splitProblem,
  };
  const sound = !Object.values(problems).some(Boolean);
  const { currency, date, category } = form;
  return {
    amount,
    problems,
    shares: amount !== null && !splitProblem ? computeShares(amount, split, seed) : null,
    draft:
      amount === null || !sound ? null : { description, amount, currency, date, category, note: normaliseText(form.note), payers, split },
  };
}

function checkPaid(
  form: ExpenseForm,
  amount: Minor | null,
  writing: Writing,
): { payers: Record<MemberId, Minor>; problem: PayersProblem | Unreadable | null } {
  if (!form.several) return { payers: amount === null ? {} : { [form.payer]: amount }, problem: null };
  const { paid, unreadable } = readPaid(form, writing);
  if (unreadable) return { payers: {}, problem: { code: 'unreadable', memberId: unreadable } };
  const payers: Record<MemberId, Minor> = {};
  // A typed 0 is the same as an empty field: not a payer.
  for (const [memberId, part] of Object.entries(paid)) if (part.ok && part.amount > 0) payers[memberId] = minor(part.amount);
  return { payers, problem: amount === null ? null : checkPayers(amount, payers) };
}
