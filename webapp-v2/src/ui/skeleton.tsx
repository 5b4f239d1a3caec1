import { useI18n } from '../i18n/context.ts';
import './skeleton.css';

interface SkeletonProps {
  rows: number;
  /** Rows that begin with a face or a day, as most do. */
  leading?: boolean;
}

/** Lines where rows will be, so that nothing jumps when they come. */
export function Skeleton({ rows, leading = true }: SkeletonProps) {
  const { t } = useI18n();
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row" aria-hidden="true">
          {leading && <span class="skeleton-dot" />}
          <span class="skeleton-line" />
          <span class="skeleton-figure" />
        </div>
      ))}
    </div>
  );
}
