import { useI18n } from '../i18n/context.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function Crashed() {
  const { t } = useI18n();
  return (
    <Page title={t('app.crashed')}>
      <EmptyState page title={t('app.crashed')} hint={t('app.crashedHint')}>
        <Button look="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      </EmptyState>
    </Page>
  );
}
