import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { isFocusLost } from '../../../ui/focus.ts';
import { pressableBeside, useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import './undo-toasts.css';

/** What was just deleted and can be taken back for some seconds. Announced, and never over what the reader is typing in. */
export function UndoToasts({ store }: { store: OpenGroup }) {
  const { t } = useI18n();
  const undone = useRef<string | null>(null);
  const undoable = store.undoable.value;
  // The row is there again by now. What was pressed is gone, so the reader goes on where they deleted it.
  useEffect(() => {
    if (undone.current !== null && isFocusLost()) document.getElementById(undone.current)?.focus({ preventScroll: true });
    undone.current = null;
  }, [undoable]);
  return (
    <div class="undo-toasts" role="status">
      {undoable.map(({ mutationId, what, entityId, description }) => (
        <Toast
          key={mutationId}
          text={what === 'expense' ? t('undo.expense', { description }) : t('undo.settlement')}
          onUndo={() => {
            undone.current = entityId;
            store.undo(mutationId);
          }}
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
