import { ZERO } from '@splitifyd/shared/domain';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { focusField, isFocusLost } from '../../../ui/focus.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Feedback } from '../editing/feedback.tsx';
import { isAbout, payersRemark } from './entries-remark.ts';
import type { FieldsProps } from './fields-props.ts';

const SEVERAL = 'several';

/** Who paid. What leads from one payer to several, and back, goes by being chosen: the focus goes on in what comes instead. */
export function PayerFields(props: FieldsProps) {
  const { several } = props.form;
  const part = useRef<HTMLDivElement>(null);
  const before = useRef(several);
  useLayoutEffect(() => {
    const isOther = before.current !== several;
    before.current = several;
    if (!isOther || !isFocusLost()) return;
    focusField(part.current?.closest<HTMLElement>('.sheet-body') ?? null, () => part.current?.querySelector<HTMLElement>('input, select'));
  }, [several]);
  return (
    <div ref={part}>
      <Payers {...props} />
    </div>
  );
}

function Payers({ form, checked, asked, people, members, onChange }: FieldsProps) {
  const i18n = useI18n();
  const { t, plainAmount } = i18n;
  const feedbackId = useId();
  if (!form.several) {
    return (
      <SelectField
        label={t('expense.paidBy')}
        value={form.payer}
        options={[
          ...members.map((value) => ({ value, text: people.labelOf(value) })),
          ...(members.length > 1 ? [{ value: SEVERAL, text: t('expense.severalPayers') }] : []),
        ]}
        onChange={(payer) => onChange(payer === SEVERAL ? { several: true } : { payer })}
      />
    );
  }
  const problem = checked.problems.payers;
  const remark = payersRemark({ checked, currency: form.currency, asked, people, i18n });
  return (
    <fieldset class="expense-form-part">
      <legend class="field-label">{t('expense.whoPaid')}</legend>
      <div class="entry-rows">
        {members.map((memberId) => (
          <div key={memberId} class="entry-row">
            <span class="entry-name">{people.labelOf(memberId)}</span>
            <div class="entry-input">
              <TextField
                label={t('expense.paidPart', { name: people.labelOf(memberId) })}
                bare
                wrongBy={asked && isAbout(problem, memberId) ? feedbackId : undefined}
                inputMode="decimal"
                placeholder={plainAmount(ZERO, form.currency)}
                figures
                value={form.paid[memberId] ?? ''}
                onInput={(text) => onChange({ paid: { ...form.paid, [memberId]: text } })}
              />
            </div>
          </div>
        ))}
      </div>
      {remark && (
        <Feedback id={feedbackId} look={remark.look}>
          {remark.text}
        </Feedback>
      )}
      <Button look="plain" onClick={() => onChange({ several: false })}>
        {t('expense.onePayer')}
      </Button>
    </fieldset>
  );
}
