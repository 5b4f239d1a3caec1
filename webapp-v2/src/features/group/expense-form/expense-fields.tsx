import { LIMITS } from '@splitifyd/shared/contract';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CATEGORIES } from '../categories.ts';
import type { People } from '../people.ts';
import type { CheckedForm } from './check.ts';
import type { ExpenseForm } from './form.ts';
import { PayerFields } from './payer-fields.tsx';
import { SplitFields } from './split-fields.tsx';
import './expense-form.css';
import '../editing/form.css';

export interface FieldsProps {
  form: ExpenseForm;
  checked: CheckedForm;
  /** The reader has asked to save: missing things may be called missing now. */
  asked: boolean;
  people: People;
  members: readonly string[];
  onChange: (patch: Partial<ExpenseForm>) => void;
}

export function ExpenseFields(props: FieldsProps) {
  const { form, checked, asked, onChange } = props;
  const { t, currencyName } = useI18n();
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const descriptionInput = useRef<HTMLInputElement>(null);
  const amountInput = useRef<HTMLInputElement>(null);
  useEffect(() => descriptionInput.current?.focus(), []);

  const { problems } = checked;
  // While it is being typed, an amount is only called wrong where more typing cannot mend it.
  const amountProblem = problems.amount && (asked || (problems.amount !== 'empty' && problems.amount !== 'zero')) ? problems.amount : null;

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
      <div class="form-amount">
        <TextField
          label={t('expense.amount')}
          error={amountProblem ? t(`amount.${amountProblem}`) : undefined}
          value={form.amount}
          inputMode="decimal"
          enterKeyHint="done"
          figures
          inputRef={amountInput}
          onInput={(amount) => onChange({ amount })}
        />
        <SelectField
          label={t('expense.currency')}
          value={form.currency}
          options={currencies}
          onChange={(currency) => onChange({ currency })}
        />
      </div>
      <PayerFields {...props} />
      <SplitFields {...props} />
      <TextField
        label={t('expense.date')}
        type="date"
        error={asked && problems.date ? t('check.date') : undefined}
        value={form.date}
        onInput={(date) => onChange({ date })}
      />
      <details class="expense-form-more">
        <summary>{t('expense.more')}</summary>
        <div class="stack">
          <SelectField
            label={t('expense.category')}
            value={form.category}
            options={CATEGORIES.map((value) => ({ value, text: t(`category.${value}`) }))}
            onChange={(category) => onChange({ category })}
          />
          <TextArea label={t('expense.note')} value={form.note} maxLength={LIMITS.noteLength} onInput={(note) => onChange({ note })} />
        </div>
      </details>
    </>
  );
}
