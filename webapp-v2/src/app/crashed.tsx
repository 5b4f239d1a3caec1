import { useI18n } from '../i18n/context.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function Crashed() {
  const { t } = useI18n();
  return (
    <main id="content" class="column">
      <EmptyState title={t('app.crashed')} hint={t('app.crashedHint')}>
        <Button look="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      </EmptyState>
    </main>
  );
}
