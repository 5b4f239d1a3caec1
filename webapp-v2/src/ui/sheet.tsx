import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context.ts';
import { Button } from './button.tsx';
import { focusContent, focusField, isFocusLost } from './focus.ts';
import { useSheetStack } from './sheet-stack.ts';
import './sheet.css';

/** Of a form with which the sheet begins: what explains something else first is read first. */
const FIRST_FIELD = ':scope > form:first-child :is(input, select, textarea)';

export interface SheetProps {
  title: string;
  /** The reader has closed it. */
  onClose: () => void;
  children: ComponentChildren;
  /** Stays in sight below what scrolls: the buttons. */
  footer?: ComponentChildren;
}

/**
 * A modal sheet, open while it is rendered: from the bottom on a phone, in the middle elsewhere. The browser's own dialog keeps the
 * focus inside, closes on Escape or a phone's back gesture, and gives the focus back at the end. The browser's Back closes it, too.
 */
export function Sheet({ title, onClose, children, footer }: SheetProps) {
  const { t } = useI18n();
  const stack = useSheetStack();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const closed = () => close.current();
    element.addEventListener('close', closed);
    element.showModal();
    // What is in the sheet has the focus, not its Close button; of a form that is opened by keyboard its first field.
    focusField(body.current, (sheet) => sheet.querySelector<HTMLElement>(FIRST_FIELD));
    const gone = stack.opened(() => element.close());
    return () => {
      gone();
      // Its event comes later, when another sheet may be open in this one's place.
      element.removeEventListener('close', closed);
      element.close();
      // What has opened it may be gone by the end of this step: a debt that was settled here.
      queueMicrotask(() => {
        if (isFocusLost()) focusContent({ preventScroll: true });
      });
    };
  }, []);

  return (
    <dialog ref={dialog} class="sheet" aria-labelledby={titleId}>
      <div class="sheet-header">
        <h2 class="heading" id={titleId}>
          {title}
        </h2>
        <Button look="plain" icon="close" label={t('action.close')} onClick={() => dialog.current?.close()} />
      </div>
      <div ref={body} class="sheet-body" tabIndex={-1}>
        {children}
      </div>
      {footer && <div class="sheet-footer">{footer}</div>}
    </dialog>
  );
}
