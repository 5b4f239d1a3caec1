import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusContent } from './focus.ts';

/** For what goes away by what is pressed in it: hands the focus on to its `heir`, and to the page where there is none. */
export function useHandOnFocus<Part extends HTMLElement>(heir: (gone: Part) => HTMLElement | null | undefined): RefObject<Part | null> {
  const part = useRef<Part>(null);
  // While it is still there: afterwards nobody knows that it had the focus.
  useLayoutEffect(() => {
    const gone = part.current;
    return () => {
      if (!gone?.contains(document.activeElement)) return;
      const next = heir(gone);
      if (next) next.focus({ preventScroll: true });
      else focusContent({ preventScroll: true });
    };
  }, []);
  return part;
}

/** The first thing to fill in of the form that it stands in. */
export const firstField = (part: HTMLElement): HTMLElement | null =>
  part.closest('form')?.querySelector<HTMLElement>('input, select, textarea') ?? null;

/** What can be pressed first in its neighbour, the next one before the one above. */
export const pressableBeside = (part: HTMLElement): HTMLElement | null | undefined =>
  (part.nextElementSibling ?? part.previousElementSibling)?.querySelector<HTMLElement>('button, a');
