import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useHandOnFocus } from '../../../ui/hand-on-focus.ts';

interface SearchResultProps {
  count: number;
  /** Whether the whole history is here to be searched. */
  isComplete: boolean;
  loadAll: () => Promise<void>;
  onClear: () => void;
}

/** What a search has found, as far as it has looked; it looks through the whole history. */
export function SearchResult({ count, isComplete, loadAll, onClear }: SearchResultProps) {
  const { t } = useI18n();
  const busy = useSignal(false);
  // Not to the field: a phone would bring its keyboard up again.
  const outcome = useHandOnFocus<HTMLDivElement>((gone) => gone.previousElementSibling?.querySelector('button'));
  const look = async () => {
    busy.value = true;
    await loadAll();
    busy.value = false;
  };
  useEffect(() => {
    if (!isComplete) void look();
  }, []);

  const clear = (look: 'plain' | 'secondary') => (
    <Button look={look} onClick={onClear}>
      {t('search.clear')}
    </Button>
  );
  const isFound = count > 0 || !isComplete;
  return (
    <div ref={outcome}>
      <div class="search-result">
        <p class="quiet" role="status">
          {t('search.found', { count })}
          {!isComplete && ` · ${t(busy.value ? 'search.looking' : 'search.incomplete')}`}
        </p>
        {!isComplete && !busy.value && (
          <Button look="plain" onClick={() => void look()}>
            {t('action.tryAgain')}
          </Button>
        )}
        {isFound && clear('plain')}
      </div>
      {!isFound && (
        <EmptyState title={t('search.emptyTitle')} hint={t('search.emptyHint')}>
          {clear('secondary')}
        </EmptyState>
      )}
    </div>
  );
}
