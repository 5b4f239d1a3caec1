import { useEffect, useState } from 'preact/hooks';
import { focusContent } from '../ui/focus.ts';
import type { PageFocus } from '../ui/page-focus.ts';

/** A new page is told by the focus; a section of the same one keeps it where it was. */
export function useRouteFocus(): { focus: PageFocus; onRouteChange: (url: string) => void } {
  const [focus] = useState<PageFocus>(() => ({ isDue: false }));
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
      if (url.startsWith('/groups/') && url.split('/').length > 3) return;
      focus.isDue = true;
      focusContent({ preventScroll: true });
    },
  };
}
