import { isCalendarDate } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { TextField } from '../../../ui/text-field.tsx';

interface DateFieldProps {
  value: string;
  /** The reader has asked to save. */
  asked: boolean;
  onChange: (date: string) => void;
}

/** The browser's own field writes the day in the browser's language, so the reader's is told below. */
export function DateField({ value, asked, onChange }: DateFieldProps) {
  const { t, date } = useI18n();
  const isDate = isCalendarDate(value);
  return (
    <TextField
      label={t('editing.date')}
      type="date"
      hint={isDate ? date(value) : undefined}
      error={asked && !isDate ? t('check.date') : undefined}
      value={value}
      onInput={onChange}
    />
  );
}
