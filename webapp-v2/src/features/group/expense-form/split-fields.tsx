import { SPLIT_MODES } from '@splitifyd/shared/domain';
import { useId } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Feedback } from '../editing/feedback.tsx';
import { isAbout, splitRemark } from './entries-remark.ts';
import { EveryoneRow, MANY } from './everyone-row.tsx';
import type { FieldsProps } from './fields-props.ts';
import { SplitRow } from './split-row.tsx';

export function SplitFields(props: FieldsProps) {
  const { form, checked, asked, people, members, onChange } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const feedbackId = useId();
  const problem = checked.problems.split;
  const remark = splitRemark(form.mode, { checked, currency: form.currency, asked, people, i18n });
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
        {members.length >= MANY && (form.mode === 'equal' || form.mode === 'adjustment') && (
          <EveryoneRow among={form.among} members={members} onChange={onChange} />
        )}
        {members.map((memberId) => (
          <SplitRow key={memberId} {...props} memberId={memberId} wrongBy={asked && isAbout(problem, memberId) ? feedbackId : undefined} />
        ))}
      </fieldset>
      {remark && (
        <Feedback id={feedbackId} look={remark.look}>
          {remark.text}
        </Feedback>
      )}
    </div>
  );
}
