import { useI18n } from '../../../i18n/context.ts';
import { Sheet } from '../../../ui/sheet.tsx';

export function MissingExpense({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Sheet title={t('expense.missing')} onClose={onClose}>
      <p>{t('expense.missingHint')}</p>
    </Sheet>
  );
}
