import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { foreignAmount } from './foreign-amount.ts';
import { problemToTell, type ReadAmount } from './read-amount.ts';
import './form.css';

interface AmountFieldsProps {
  form: { amount: string; currency: string };
  problem: ReadAmount['problem'];
  /** The reader has asked to save. */
  asked: boolean;
  amountRef?: RefObject<HTMLInputElement | null>;
  onChange: (patch: { amount?: string; currency?: string }) => void;
}

/** How much, in which currency. */
export function AmountFields({ form, problem, asked, amountRef, onChange }: AmountFieldsProps) {
  const writing = useI18n();
  const { t, currencyName, plainAmount } = writing;
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const ownRef = useRef<HTMLInputElement>(null);
  const inputRef = amountRef ?? ownRef;
  const shown = problemToTell(problem, asked);
  const foreign = shown === 'not-a-number' ? foreignAmount(form.amount, form.currency, writing) : null;
  return (
    <div class="form-amount">
      <TextField
        label={t('editing.amount')}
        error={foreign ? t('amount.foreign', foreign) : shown ? t(`amount.${shown}`) : undefined}
        value={form.amount}
        inputMode="decimal"
        enterKeyHint="done"
        figures
        inputRef={inputRef}
        onInput={(amount) => onChange({ amount })}
      />
      <SelectField
        label={t('editing.currency')}
        value={form.currency}
        shown={form.currency}
        options={currencies}
        onChange={(currency) => onChange({ currency })}
      />
      {foreign && (
        <div class="form-amount-foreign">
          <Button
            onClick={() => {
              onChange({ currency: foreign.currency, amount: plainAmount(foreign.amount, foreign.currency) });
              inputRef.current?.focus();
            }}
          >
            {t('amount.takeForeign', { currency: foreign.currency })}
          </Button>
        </div>
      )}
    </div>
  );
}
