import type { MemberId } from '@splitifyd/shared/domain';
import type { ExpenseForm } from './form.ts';

interface RestrictedForm {
  /** The same object where nobody had to be left out. */
  form: ExpenseForm;
  /** Who has a part in what was typed and is not to choose from any more. */
  leftOut: readonly MemberId[];
}

/** A form about `members` alone: somebody may have left the group since it was typed, and their fields are not shown. */
export function restrictForm(form: ExpenseForm, members: readonly MemberId[]): RestrictedForm {
  const isThere = (memberId: MemberId) => members.includes(memberId);
  const leftOut = namedIn(form).filter((memberId) => !isThere(memberId));
  if (leftOut.length === 0) return { form, leftOut };
  const paid = pick(form.paid, isThere);
  const { exact, percent, shares, adjustment } = form.entries;
  const restricted: ExpenseForm = {
    ...form,
    payer: isThere(form.payer) ? form.payer : (members[0] ?? ''),
    several: form.several && Object.keys(paid).length > 0,
    paid,
    among: pick(form.among, isThere),
    entries: {
      exact: pick(exact, isThere),
      percent: pick(percent, isThere),
      shares: pick(shares, isThere),
      adjustment: pick(adjustment, isThere),
    },
  };
  return { form: restricted, leftOut };
}

/** Whoever the form names as it stands, the payer first. */
function namedIn({ payer, several, paid, mode, among, entries }: ExpenseForm): MemberId[] {
  const payers = several ? typedFor(paid) : [payer];
  const sharers =
    mode === 'equal' || mode === 'adjustment' ? Object.keys(among).filter((memberId) => among[memberId]) : typedFor(entries[mode]);
  return [...new Set([...payers, ...sharers])];
}

const typedFor = (texts: Readonly<Record<MemberId, string>>): MemberId[] =>
  Object.keys(texts).filter((memberId) => texts[memberId]?.trim());

const pick = <Value>(record: Readonly<Record<MemberId, Value>>, keep: (memberId: MemberId) => boolean): Record<MemberId, Value> =>
  Object.fromEntries(Object.entries(record).filter(([memberId]) => keep(memberId)));
