import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';

/** Fetches the whole history, which an explanation needs, and says so while it is not at hand. */
export function HistoryNote({ store }: { store: OpenGroup }) {
  const { t } = useI18n();
  const busy = useSignal(true);
  useEffect(() => {
    void store.loadAll().finally(() => {
      busy.value = false;
    });
  }, []);
  return (
    <p class="quiet explain-note" role="status">
      {!store.isComplete.value && t(busy.value ? 'explain.loading' : 'explain.incomplete')}
    </p>
  );
}
