import { ZERO } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FieldsProps } from './fields-props.ts';
import type { EntryMode } from './form.ts';
import { isLowering, turnSign } from './read-entries.ts';

interface SplitRowProps extends FieldsProps {
  memberId: string;
  /** Id of the text that says what is wrong with it; undefined where nothing is. */
  wrongBy: string | undefined;
}

/** One member's place in the split: taking part or not, what was entered, and the share that comes of it. */
export function SplitRow({ form, checked, people, memberId, wrongBy, onChange }: SplitRowProps) {
  const { t, plainAmount, percent } = useI18n();
  const { mode } = form;
  const name = people.labelOf(memberId);
  const share = checked.shares?.[memberId];
  const setEntry = (entryMode: EntryMode, text: string) =>
    onChange({ entries: { ...form.entries, [entryMode]: { ...form.entries[entryMode], [memberId]: text } } });
  const text = mode === 'equal' ? '' : (form.entries[mode][memberId] ?? '');
  const takesPart = form.among[memberId] ?? false;

  return (
    <div class="entry-row">
      {mode === 'equal' || mode === 'adjustment' ? (
        <label class="entry-name entry-check">
          <input
            type="checkbox"
            checked={takesPart}
            aria-invalid={wrongBy !== undefined || undefined}
            aria-describedby={wrongBy}
            onChange={(event) => onChange({ among: { ...form.among, [memberId]: event.currentTarget.checked } })}
          />
          <span>{name}</span>
        </label>
      ) : (
        <span class="entry-name">{name}</span>
      )}
      {share !== undefined && mode !== 'equal' && mode !== 'exact' && (
        <span class="quiet">
          <Amount value={share} currency={form.currency} />
        </span>
      )}
      {mode !== 'equal' && (mode !== 'adjustment' || takesPart) && (
        <div class="entry-input">
          {mode === 'adjustment' && (
            <Button
              label={`${name}: ${t(isLowering(text) ? 'expense.lowers' : 'expense.raises')}`}
              onClick={() => setEntry(mode, turnSign(text))}
            >
              {isLowering(text) ? '−' : '+'}
            </Button>
          )}
          <TextField
            label={t('expense.entryOf', { mode: t(`mode.${mode}`), name })}
            bare
            wrongBy={wrongBy}
            inputMode={mode === 'shares' ? 'numeric' : 'decimal'}
            placeholder={mode === 'shares' ? '0' : mode === 'percent' ? percent(0) : plainAmount(ZERO, form.currency)}
            figures
            value={mode === 'adjustment' ? text.replace(/^\s*[-\u2212]/, '') : text}
            onInput={(typed) => setEntry(mode, mode === 'adjustment' && isLowering(text) && !isLowering(typed) ? `-${typed}` : typed)}
          />
        </div>
      )}
    </div>
  );
}
