import { useI18n } from '../i18n/context.ts';
import './skeleton.css';

/** Lines where rows will be, so that nothing jumps when they come. */
export function Skeleton({ rows }: { rows: number }) {
  const { t } = useI18n();
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row" aria-hidden="true">
          <span class="skeleton-dot" />
          <span class="skeleton-line" />
          <span class="skeleton-figure" />
        </div>
      ))}
    </div>
  );
}
