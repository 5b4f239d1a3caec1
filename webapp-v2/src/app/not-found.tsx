import { useI18n } from '../i18n/context.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFound(_: { default?: boolean }) {
  const { t } = useI18n();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState page title={t('notFound.title')} hint={t('notFound.hint')}>
        <a class="button button-primary" href="/">
          {t('notFound.home')}
        </a>
      </EmptyState>
    </Page>
  );
}
