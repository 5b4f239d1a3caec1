import { useI18n } from '../../../i18n/context.ts';
import { Notice } from '../../../ui/notice.tsx';
import '../../../ui/editing/conflict.css';

interface NotAllowedProps {
  id: string;
  /** Why, where it is not their role. */
  reason?: string | undefined;
}

/** The reader may not save any more what they are typing: told at once, and again to who asks to save. What was typed stays. */
export function NotAllowed({ id, reason }: NotAllowedProps) {
  const { t } = useI18n();
  return (
    <div id={id} role="alert" tabIndex={-1} class="conflict" data-unsettled>
      <Notice tone="wrong" title={reason ?? t('editing.notAllowed')}>
        {reason === undefined && <p>{t('editing.notAllowedHint')}</p>}
      </Notice>
    </div>
  );
}
