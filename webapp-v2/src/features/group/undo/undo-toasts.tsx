import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { isFocusLost } from '../../../ui/focus.ts';
import { pressableBeside, useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import './undo-toasts.css';

/** What was just deleted and can be taken back for some seconds. Announced, and never over what the reader is typing in. */
export function UndoToasts({ store }: { store: OpenGroup }) {
  const { t } = useI18n();
  return (
    <div class="undo-toasts" role="status">
      {store.undoable.value.map(({ mutationId, what, description }) => (
        <Toast
          key={mutationId}
          text={what === 'expense' ? t('undo.expense', { description }) : t('undo.settlement')}
          onUndo={() => store.undo(mutationId)}
        />
      ))}
    </div>
  );
}

function Toast({ text, onUndo }: { text: string; onUndo: () => void }) {
  const { t } = useI18n();
  const toast = useHandOnFocus<HTMLDivElement>(pressableBeside);
  // The row that had the focus is gone with what was deleted; who works by keyboard goes on here instead of at the page's top.
  useEffect(() => {
    if (isFocusLost()) toast.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="undo-toast" ref={toast}>
      <span class="undo-text">{text}</span>
      <Button look="plain" onClick={onUndo}>
        {t('undo.undo')}
      </Button>
    </div>
  );
}
