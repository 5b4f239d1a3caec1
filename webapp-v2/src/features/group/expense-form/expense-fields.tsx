import { LIMITS } from '@splitifyd/shared/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CATEGORIES } from '../categories.ts';
import { AmountFields } from '../editing/amount-fields.tsx';
import { DateField } from '../editing/date-field.tsx';
import type { FieldsProps } from './fields-props.ts';
import { PayerFields } from './payer-fields.tsx';
import { SplitFields } from './split-fields.tsx';
import './expense-form.css';

export function ExpenseFields(props: FieldsProps) {
  const { form, checked, asked, onChange } = props;
  const { t } = useI18n();
  const descriptionInput = useRef<HTMLInputElement>(null);
  const amountInput = useRef<HTMLInputElement>(null);
  useEffect(() => descriptionInput.current?.focus(), []);
  const [saysMore] = useState(form.note !== '' || form.category !== CATEGORIES[0]);
  const beganOpen = useRef(saysMore);

  const { problems } = checked;
  return (
    <>
      <TextField
        label={t('expense.description')}
        placeholder={t('expense.descriptionHint')}
        error={asked && problems.description ? t('check.description') : undefined}
        value={form.description}
        maxLength={LIMITS.descriptionLength}
        enterKeyHint="next"
        inputRef={descriptionInput}
        onInput={(description) => onChange({ description })}
        onEnter={(event) => {
          if (form.amount.trim() !== '') return;
          event.preventDefault();
          amountInput.current?.focus();
        }}
      />
      <AmountFields form={form} problem={problems.amount} asked={asked} amountRef={amountInput} onChange={onChange} />
      <PayerFields {...props} />
      <SplitFields {...props} />
      <DateField value={form.date} asked={asked} onChange={(date) => onChange({ date })} />
      <details
        class="expense-form-more"
        open={saysMore}
        onToggle={({ currentTarget }) => {
          // What the reader opens would be below the fold; what begins open is no step of theirs.
          if (beganOpen.current) beganOpen.current = false;
          else currentTarget.scrollIntoView({ block: 'nearest' });
        }}
      >
        <summary>{t('expense.more')}</summary>
        <div class="stack">
          <SelectField
            label={t('expense.category')}
            value={form.category}
            options={CATEGORIES.map((value) => ({ value, text: t(`category.${value}`) }))}
            onChange={(category) => onChange({ category })}
          />
          <TextArea label={t('editing.note')} value={form.note} maxLength={LIMITS.noteLength} onInput={(note) => onChange({ note })} />
        </div>
      </details>
    </>
  );
}
