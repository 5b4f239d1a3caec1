import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { problemToTell, type ReadAmount } from './read-amount.ts';
import './form.css';

interface AmountFieldsProps {
  form: { amount: string; currency: string };
  problem: ReadAmount['problem'];
  /** The reader has asked to save. */
  asked: boolean;
  amountRef?: RefObject<HTMLInputElement | null>;
  onChange: (patch: { amount: string } | { currency: string }) => void;
}

/** How much, in which currency. */
export function AmountFields({ form, problem, asked, amountRef, onChange }: AmountFieldsProps) {
  const { t, currencyName } = useI18n();
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const shown = problemToTell(problem, asked);
  return (
    <div class="form-amount">
      <TextField
        label={t('editing.amount')}
        error={shown ? t(`amount.${shown}`) : undefined}
        value={form.amount}
        inputMode="decimal"
        enterKeyHint="done"
        figures
        inputRef={amountRef}
        onInput={(amount) => onChange({ amount })}
      />
      <SelectField
        label={t('editing.currency')}
        value={form.currency}
        shown={form.currency}
        options={currencies}
        onChange={(currency) => onChange({ currency })}
      />
    </div>
  );
}
