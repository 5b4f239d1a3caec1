import { LIMITS } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AmountFields } from '../editing/amount-fields.tsx';
import { DateField } from '../editing/date-field.tsx';
import { Feedback } from '../editing/feedback.tsx';
import type { People } from '../people.ts';
import type { CheckedSettlement, SettlementForm } from './form.ts';
import './settlement.css';

interface SettlementFieldsProps {
  form: SettlementForm;
  checked: CheckedSettlement;
  /** The reader has asked to save: missing things may be called missing now. */
  asked: boolean;
  people: People;
  /** Minor units; 0 where nothing is suggested between the two. */
  owed: number;
  onChange: (patch: Partial<SettlementForm>) => void;
}

export function SettlementFields({ form, checked, asked, people, owed, onChange }: SettlementFieldsProps) {
  const { t } = useI18n();
  const members = people.all.map(({ id }) => ({ value: id, text: people.labelOf(id) }));
  const { problems } = checked;

  return (
    <>
      <div class="settlement-people">
        <SelectField label={t('settle.from')} value={form.from} options={members} onChange={(from) => onChange({ from })} />
        <SelectField
          label={t('settle.to')}
          error={problems.samePerson ? t('settle.samePerson') : undefined}
          value={form.to}
          options={members}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <AmountFields form={form} problem={problems.amount} asked={asked} onChange={onChange} />
      {owed > 0 && <Coverage form={form} amount={checked.amount} owed={owed} onChange={onChange} />}
      <DateField value={form.date} asked={asked} onChange={(date) => onChange({ date })} />
      <TextField label={t('editing.note')} value={form.note} maxLength={LIMITS.noteLength} onInput={(note) => onChange({ note })} />
    </>
  );
}

/** How far the amount goes towards what is owed. */
function Coverage({
  form,
  amount,
  owed,
  onChange,
}: Pick<SettlementFieldsProps, 'form' | 'onChange'> & { amount: number | null; owed: number }) {
  const { t, money, plainAmount } = useI18n();
  const write = (value: number) => money(minor(value), form.currency);
  const rest = owed - (amount ?? 0);
  return (
    <div class="settlement-coverage">
      {amount === null ? (
        <span class="quiet">{t('settle.suggested', { amount: write(owed) })}</span>
      ) : (
        <Feedback look={rest >= 0 ? 'sound' : 'wrong'}>
          {rest === 0
            ? t('settle.whole')
            : rest > 0
              ? t('settle.part', { amount: write(rest) })
              : t('settle.over', { amount: write(-rest) })}
        </Feedback>
      )}
      {rest !== 0 && (
        <Button look="plain" onClick={() => onChange({ amount: plainAmount(minor(owed), form.currency) })}>
          {t('settle.take', { amount: write(owed) })}
        </Button>
      )}
    </div>
  );
}
