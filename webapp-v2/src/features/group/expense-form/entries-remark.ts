import { minor, type SplitMode } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { FeedbackLook } from '../editing/feedback.tsx';
import type { People } from '../people.ts';
import type { CheckedForm } from './check.ts';

/** What is said below entries, and how loudly. */
export interface Remark {
  look: FeedbackLook;
  text: string;
}

interface Circumstances {
  checked: CheckedForm;
  currency: string;
  /** The reader has asked to save: what is missing is wrong from then on [FORM7]. */
  asked: boolean;
  people: Pick<People, 'labelOf'>;
  i18n: I18n;
}

/** How what several people paid adds up; null while there is nothing to compare it with. */
export function payersRemark({ checked, currency, asked, people, i18n }: Circumstances): Remark | null {
  const { amount } = checked;
  const { t, money } = i18n;
  const problem = checked.problems.payers;
  if (!problem) return amount === null ? null : { look: 'sound', text: t('feedback.adds') };
  switch (problem.code) {
    case 'no-payers':
      return asked || amount === null
        ? { look: 'wrong', text: t('feedback.noPayers') }
        : { look: 'open', text: t('feedback.left', { amount: money(amount, currency) }) };
    case 'unreadable':
    case 'amount-out-of-range':
      return { look: 'wrong', text: t('feedback.unreadable', { name: people.labelOf(problem.memberId) }) };
    case 'does-not-sum':
      return difference(problem.difference, (magnitude) => money(minor(magnitude), currency), asked, i18n);
  }
}

/** How the split comes out; null while there is nothing to split. */
export function splitRemark(mode: SplitMode, { checked, currency, asked, people, i18n }: Circumstances): Remark | null {
  const { t, money, percent } = i18n;
  const problem = checked.problems.split;
  if (!problem) return soundRemark(checked, mode, currency, i18n);
  switch (problem.code) {
    case 'no-participants':
      // Where amounts or percents are to be entered, nobody has a part as long as all of it is left.
      if (mode === 'exact') return difference(-(checked.amount ?? 0), (magnitude) => money(minor(magnitude), currency), asked, i18n);
      if (mode === 'percent') return difference(-ALL_BASIS_POINTS, percent, asked, i18n);
      return { look: asked ? 'wrong' : 'open', text: t(mode === 'shares' ? 'feedback.noShares' : 'feedback.nobody') };
    case 'unreadable':
    case 'entries-out-of-range':
      return { look: 'wrong', text: t('feedback.unreadable', { name: people.labelOf(problem.memberId) }) };
    case 'negative-share':
      return {
        look: 'wrong',
        text: t('feedback.negativeShare', { name: people.labelOf(problem.memberId), amount: money(problem.difference, currency) }),
      };
    case 'does-not-sum':
      return problem.unit === 'minor'
        ? difference(problem.difference, (magnitude) => money(minor(magnitude), currency), asked, i18n)
        : difference(problem.difference, percent, asked, i18n);
  }
}

const ALL_BASIS_POINTS = 10_000;

function soundRemark({ shares }: CheckedForm, mode: SplitMode, currency: string, { t, money }: I18n): Remark | null {
  if (!shares) return null;
  if (mode !== 'equal') return { look: 'sound', text: t('feedback.adds') };
  const parts = Object.values(shares);
  const [least, most] = [minor(Math.min(...parts)), minor(Math.max(...parts))];
  const text =
    least === most
      ? t('feedback.each', { amount: money(least, currency) })
      : t('feedback.eachBetween', { least: money(least, currency), most: money(most, currency) });
  return { look: 'sound', text };
}

/** "Over by …" above zero, which no further entry mends; "… left" below. */
function difference(by: number, write: (magnitude: number) => string, asked: boolean, { t }: I18n): Remark {
  const amount = write(Math.abs(by));
  return by > 0
    ? { look: 'wrong', text: t('feedback.over', { amount }) }
    : { look: asked ? 'wrong' : 'open', text: t('feedback.left', { amount }) };
}

/** Whether a problem is one of this member's entry; what does not add up is one of every entry. */
export const isAbout = (problem: { code: string; memberId?: string } | null, memberId: string): boolean =>
  problem !== null && (problem.memberId ?? memberId) === memberId;
