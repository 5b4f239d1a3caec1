import { useI18n } from '../../../i18n/context.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Somebody deleted what is being edited; what was typed stays. */
export function DeletedMeanwhile({ title }: { title: string }) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <Notice tone="wrong" title={title}>
        <p>{t('editing.deletedHint')}</p>
      </Notice>
    </div>
  );
}
