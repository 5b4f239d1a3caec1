import { minor, SPLIT_MODES, type SplitMode } from '@splitifyd/shared/domain';
import { useId } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Feedback } from '../editing/feedback.tsx';
import type { People } from '../people.ts';
import type { CheckedForm } from './check.ts';
import type { FieldsProps } from './expense-fields.tsx';
import { differenceText, isAbout } from './payer-fields.tsx';
import { SplitRow } from './split-row.tsx';

export function SplitFields(props: FieldsProps) {
  const { form, checked, asked, people, members, onChange } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const feedbackId = useId();
  const problem = checked.problems.split;
  const sound = problem ? null : soundText(checked, form.mode, form.currency, i18n);
  return (
    <div class="expense-form-part">
      <Choice
        label={t('expense.split')}
        look="row"
        value={form.mode}
        options={SPLIT_MODES.map((value) => ({ value, text: t(`mode.${value}`) }))}
        onChange={(mode) => onChange({ mode })}
      />
      {(form.mode === 'adjustment' || form.mode === 'shares') && <p class="quiet entry-hint">{t(`modeHint.${form.mode}`)}</p>}
      <fieldset class="entry-rows">
        <legend class="visually-hidden">{t('expense.splitAmong')}</legend>
        {members.map((memberId) => (
          <SplitRow key={memberId} {...props} memberId={memberId} wrongBy={asked && isAbout(problem, memberId) ? feedbackId : undefined} />
        ))}
      </fieldset>
      {problem && (
        <Feedback id={feedbackId} sound={false}>
          {problemText(problem, form.currency, people, i18n)}
        </Feedback>
      )}
      {sound && <Feedback sound>{sound}</Feedback>}
    </div>
  );
}

function soundText({ shares }: CheckedForm, mode: SplitMode, currency: string, { t, money }: I18n): string | null {
  if (!shares) return null;
  if (mode !== 'equal') return t('feedback.adds');
  const parts = Object.values(shares);
  const [least, most] = [minor(Math.min(...parts)), minor(Math.max(...parts))];
  return least === most
    ? t('feedback.each', { amount: money(least, currency) })
    : t('feedback.eachBetween', { least: money(least, currency), most: money(most, currency) });
}

type SplitProblem = NonNullable<CheckedForm['problems']['split']>;

function problemText(problem: SplitProblem, currency: string, people: People, i18n: I18n): string {
  const { t, money, percent } = i18n;
  switch (problem.code) {
    case 'no-participants':
      return t('feedback.nobody');
    case 'unreadable':
    case 'entries-out-of-range':
      return t('feedback.unreadable', { name: people.labelOf(problem.memberId) });
    case 'negative-share':
      return t('feedback.negativeShare', { name: people.labelOf(problem.memberId), amount: money(problem.difference, currency) });
    case 'does-not-sum':
      return problem.unit === 'minor'
        ? differenceText(problem.difference, (amount) => money(amount, currency), i18n)
        : differenceText(problem.difference, percent, i18n);
  }
}
