import { CONTENT_ID } from './page.tsx';

/** Moves the focus to the page itself, for a reader whose place is gone. */
export const focusContent = (options?: FocusOptions): void => document.getElementById(CONTENT_ID)?.focus(options);

/** Whether what had the focus is gone: nothing has it now, or the page itself, to which it was moved then. */
export const isFocusLost = (): boolean => {
  const active = document.activeElement;
  return active === null || active === document.body || active.id === CONTENT_ID;
};
