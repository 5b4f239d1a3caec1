import { useI18n } from '../../i18n/context.ts';
import { Button } from '../button.tsx';
import { firstField, useHandOnFocus } from '../hand-on-focus.ts';
import './remark.css';

/** Says that the form is as it was left, which nobody may remember. */
export function Restored({ onStartOver }: { onStartOver: () => void }) {
  const { t } = useI18n();
  const remark = useHandOnFocus<HTMLParagraphElement>(firstField);
  return (
    <p ref={remark} class="form-remark">
      {t('editing.restored')}
      <Button look="plain" onClick={onStartOver}>
        {t('editing.startOver')}
      </Button>
    </p>
  );
}
