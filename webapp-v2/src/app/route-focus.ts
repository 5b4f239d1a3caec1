import { useEffect, useRef, useState } from 'preact/hooks';
import { focusContent } from '../ui/focus.ts';
import type { PageFocus } from '../ui/page-focus.ts';

/** A new page is told by the focus, after signing in and out as well; a section of the same one keeps it where it was, and so does the first page of a visit. */
export function useRouteFocus(stage: string, path: string): { focus: PageFocus; onRouteChange: (url: string) => void } {
  const [focus] = useState<PageFocus>(() => ({ isDue: false }));
  const last = useRef(stage);
  const group = useRef(groupAt(path));
  // While rendering: the pages below look at it as soon as they are there.
  if (last.current !== stage) {
    focus.isDue = last.current !== 'starting';
    last.current = stage;
  }
  useEffect(() => {
    const settled = new AbortController();
    const { signal } = settled;
    const settle = () => {
      focus.isDue = false;
    };
    for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, settle, { capture: true, signal });
    return () => settled.abort();
  }, [focus]);
  return {
    focus,
    onRouteChange(url) {
      const [left, entered] = [group.current, groupAt(url)];
      group.current = entered;
      if (entered !== null && entered === left) return;
      focus.isDue = true;
      focusContent({ preventScroll: true });
    },
  };
}

/** The id of the group whose page an address names, whatever its section. */
export const groupAt = (url: string): string | null => /^\/groups\/([^/?#]+)/.exec(url)?.[1] ?? null;
