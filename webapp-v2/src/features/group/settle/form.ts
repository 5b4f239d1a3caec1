import type { Settlement } from '@splitifyd/shared/contract';
import {
  type AmountProblem,
  isCalendarDate,
  type MemberId,
  type Minor,
  normaliseText,
  parseAmount,
  type Separators,
} from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { SettlementDraft, SettlementEdit } from '../../../stores/open-group.ts';
import type { Editable, Units } from '../editing/rebase.ts';

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
  problems: { amount: AmountProblem | 'zero' | null; date: boolean; samePerson: boolean };
  /** What can be saved; null while there is any problem. */
  draft: SettlementDraft | null;
}

/** What a form means, and what is still wrong with it. */
export function checkSettlement({ from, to, currency, date, ...form }: SettlementForm, separators: Separators): CheckedSettlement {
  const parsed = parseAmount(form.amount, currency, separators);
  const amount = parsed.ok && parsed.amount > 0 ? parsed.amount : null;
  const problems = {
    amount: parsed.ok ? (amount === null ? ('zero' as const) : null) : parsed.reason,
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
  amount: ['from', 'to', 'amount', 'currency'],
} as const satisfies Units<SettlementForm>;

export const editableSettlement = (
  format: Pick<I18n, 'plainAmount'>,
): Editable<Settlement, SettlementForm, SettlementDraft, SettlementEdit> => ({
  formOf: (settlement) => settlementFormOf(settlement, format),
  editOf: settlementEditOf,
  units: SETTLEMENT_UNITS,
});
