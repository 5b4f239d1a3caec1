import { useI18n } from '../../../i18n/context.ts';
import { Sheet } from '../../../ui/sheet.tsx';

/** Where something was, that somebody has deleted. */
export function Missing({ title, onClose }: { title: string; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Sheet title={title} onClose={onClose}>
      <p>{t('editing.missingHint')}</p>
    </Sheet>
  );
}
