import { SETTLEMENT_MONEY, type Settlement, withoutUndefined } from '@splitifyd/shared/contract';
import { isCalendarDate, type MemberId, type Minor, normaliseText, ZERO } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { SettlementDraft, SettlementEdit } from '../../../stores/group/open-group.ts';
import { type Editable, layOver, type Units, unitsOf } from '../../../ui/editing/rebase.ts';
import type { Writing } from '../editing/parse-money.ts';
import { type ReadAmount, readAmount } from '../editing/read-amount.ts';

/** A payment between two members as it is being typed. */
export interface SettlementForm {
  from: MemberId;
  to: MemberId;
  amount: string;
  currency: string;
  date: string;
  note: string;
}

/** A payment in the form in which it would have been typed. Law: checking it gives the same payment again. */
export const settlementFormOf = (
  { from, to, amount, currency, date, note }: SettlementDraft,
  { plainAmount }: Pick<I18n, 'plainAmount'>,
): SettlementForm => ({ from, to, amount: plainAmount(amount, currency), currency, date, note });

export interface CheckedSettlement {
  /** Minor units; null while there is no amount. */
  amount: Minor | null;
  problems: { amount: ReadAmount['problem']; date: boolean; samePerson: boolean };
  /** What can be saved; null while there is any problem. */
  draft: SettlementDraft | null;
}

/** What a form means, and what is still wrong with it. */
export function checkSettlement({ from, to, currency, date, ...form }: SettlementForm, writing: Writing): CheckedSettlement {
  const { amount, problem } = readAmount(form.amount, currency, writing);
  const problems = {
    amount: problem,
    date: !isCalendarDate(date),
    samePerson: from === to,
  };
  const sound = !Object.values(problems).some(Boolean);
  return {
    amount,
    problems,
    draft: amount === null || !sound ? null : { from, to, amount, currency, date, note: normaliseText(form.note) },
  };
}

/** What changed from `before` to `after`; who, to whom and how much are one unit. Null where nothing did. */
export function settlementEditOf(before: Settlement, after: SettlementDraft): SettlementEdit | null {
  const edit: SettlementEdit = {};
  const { from, to, amount, currency, date, note } = after;
  if (date !== before.date) edit.date = date;
  if (note !== before.note) edit.note = note;
  const sameMoney = from === before.from && to === before.to && amount === before.amount && currency === before.currency;
  if (!sameMoney) Object.assign(edit, { from, to, amount, currency });
  return Object.keys(edit).length > 0 ? edit : null;
}

/** What conflicts are about: the money is one thing, as on the server. */
export const SETTLEMENT_UNITS = {
  date: ['date'],
  note: ['note'],
  amount: SETTLEMENT_MONEY,
} as const satisfies Units<SettlementForm>;

/** What was refused: of a payment that was to be made all of it, of an edit what it named, laid over what it rested on, or a blank form. */
export function layRefused(
  blank: SettlementForm,
  { draft: edit, base }: { draft: SettlementEdit; base?: Settlement | undefined },
  format: Pick<I18n, 'plainAmount'>,
): SettlementForm {
  const start = base ? settlementFormOf(base, format) : blank;
  const { from, to, currency, date, note } = start;
  const typed = settlementFormOf({ from, to, currency, date, note, amount: ZERO, ...withoutUndefined(edit) }, format);
  return layOver(SETTLEMENT_UNITS, start, typed, unitsOf(SETTLEMENT_UNITS, edit));
}

export const editableSettlement = (
  format: Pick<I18n, 'plainAmount'>,
): Editable<Settlement, SettlementForm, SettlementDraft, SettlementEdit> => ({
  formOf: (settlement) => settlementFormOf(settlement, format),
  editOf: settlementEditOf,
  units: SETTLEMENT_UNITS,
});
