import { CONTENT_ID } from './page.tsx';

/** Moves the focus to the page itself, for a reader whose place is gone. */
export const focusContent = (options?: FocusOptions): void => document.getElementById(CONTENT_ID)?.focus(options);

/** Whether what had the focus is gone: nothing has it now, or the page itself, to which it was moved then. */
export const isFocusLost = (): boolean => {
  const active = document.activeElement;
  return active === null || active === document.body || active.id === CONTENT_ID;
};

/** A reader who works by keyboard goes on in a field; under a finger that would bring up the phone's keyboard, so at `place` around it. */
export function focusField(place: HTMLElement | null, field: (place: HTMLElement) => HTMLElement | null | undefined): void {
  place?.focus({ preventScroll: true });
  if (place?.matches(':focus-visible')) field(place)?.focus();
}
