import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup, Undoable } from '../../../stores/group/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { isFocusLost } from '../../../ui/focus.ts';
import { pressableBeside, useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import { type LinesThen, lineBeside } from './line-beside.ts';
import { useLookedAt } from './use-looked-at.ts';
import './undo-toasts.css';

/** What was just deleted and can be taken back for some seconds. Announced, and never over what the reader is typing in. */
export function UndoToasts({ store }: { store: OpenGroup }) {
  const undone = useRef<string | null>(null);
  const undoable = store.undoable.value;
  const [rows, settlements] = [store.rows.value, store.settlements.value];
  /** As they were when this was drawn last: a toast comes in the drawing in which its line goes. */
  const before = useRef<LinesThen>({ rows, settlements });
  useEffect(() => {
    before.current = { rows, settlements };
  }, [rows, settlements]);
  // The row is there again by now. What was pressed is gone, so the reader goes on where they deleted it.
  useEffect(() => {
    if (undone.current !== null && isFocusLost()) document.getElementById(undone.current)?.focus({ preventScroll: true });
    undone.current = null;
  }, [undoable]);
  return (
    <div class="undo-toasts" role="status">
      {undoable.map((deletion) => (
        <Toast
          key={deletion.mutationId}
          deletion={deletion}
          before={before.current}
          onLook={(signal) => void store.lookAtUndo(deletion.mutationId, signal)}
          onUndo={() => {
            undone.current = deletion.entityId;
            store.undo(deletion.mutationId);
          }}
        />
      ))}
    </div>
  );
}

interface ToastProps {
  deletion: Undoable;
  /** The first time with the line that was deleted. */
  before: LinesThen;
  onLook: (signal: AbortSignal) => void;
  onUndo: () => void;
}

function Toast({ deletion: { what, entityId, description }, before, onLook, onUndo }: ToastProps) {
  const { t } = useI18n();
  const isUndone = useRef(false);
  const then = useRef(before);
  const toast = useHandOnFocus<HTMLDivElement>(
    (gone) => pressableBeside(gone) ?? (isUndone.current ? null : lineBeside(entityId, then.current)),
  );
  const looks = useLookedAt(onLook);
  // The row that had the focus is gone with what was deleted; who works by keyboard goes on here instead of at the page's top.
  useEffect(() => {
    if (isFocusLost()) toast.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="undo-toast" ref={toast} {...looks}>
      <span class="undo-text">{what === 'expense' ? t('undo.expense', { description }) : t('undo.settlement')}</span>
      <Button
        look="plain"
        onClick={() => {
          isUndone.current = true;
          onUndo();
        }}
      >
        {t('undo.undo')}
      </Button>
    </div>
  );
}
