import { CONTENT_ID } from './page.tsx';

/** Moves the focus to the page itself, for a reader whose place is gone. */
export const focusContent = (options?: FocusOptions): void => document.getElementById(CONTENT_ID)?.focus(options);

/** Whether what had the focus is gone from the page, which has the focus itself since then at most. */
export const isFocusLost = (): boolean => {
  const active = document.activeElement;
  return active === null || active === document.body || active.id === CONTENT_ID;
};
