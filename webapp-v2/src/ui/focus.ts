import { CONTENT_ID } from './page.tsx';

/** Moves the focus to the page itself, for a reader whose place is gone. */
export const focusContent = (options?: FocusOptions): void => document.getElementById(CONTENT_ID)?.focus(options);

/** Whether what had the focus is gone from the page. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
