import type { MemberId } from '@splitifyd/shared/domain';
import type { ExpenseForm } from './form.ts';

/** A form filled in like another one, but for the day, and without whoever is not offered in `blank` any more. */
export function copyForm(original: ExpenseForm, blank: ExpenseForm): ExpenseForm {
  const isThere = (memberId: MemberId) => memberId in blank.among;
  const paid = pick(original.paid, isThere);
  const { exact, percent, shares, adjustment } = original.entries;
  return {
    ...original,
    date: blank.date,
    payer: isThere(original.payer) ? original.payer : blank.payer,
    several: original.several && Object.keys(paid).length > 0,
    paid,
    among: pick(original.among, isThere),
    entries: {
      exact: pick(exact, isThere),
      percent: pick(percent, isThere),
      shares: pick(shares, isThere),
      adjustment: pick(adjustment, isThere),
    },
  };
}

const pick = <Value>(record: Readonly<Record<MemberId, Value>>, keep: (memberId: MemberId) => boolean): Record<MemberId, Value> =>
  Object.fromEntries(Object.entries(record).filter(([memberId]) => keep(memberId)));
