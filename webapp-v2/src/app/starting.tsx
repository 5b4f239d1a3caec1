import { useI18n } from '../i18n/context.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BareBar } from './top-bar.tsx';
import './starting.css';

/** What the page begins with. index.html holds the same, for the time until there is a program to draw it. */
export function Starting() {
  const { t } = useI18n();
  return (
    <>
      <BareBar />
      <Page class="starting" title={t('app.name')}>
        <h1 class="visually-hidden">{t('app.name')}</h1>
        <Skeleton rows={4} leading={false} />
        <div class="starting-late" role="status">
          <p class="hint">{t('app.late')}</p>
          <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
        </div>
      </Page>
    </>
  );
}
