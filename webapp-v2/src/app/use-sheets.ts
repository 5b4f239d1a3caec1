import { computed, signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import { eventTime } from '../platform/clock.ts';
import { createSheetStack, type PageSheets, type SheetEntry, type SheetStack } from '../ui/sheet-stack.ts';
import { createTapGuard, type TapGuard } from '../ui/tap-guard.ts';

/** The sheets' entry in the browser's history is told by its state. */
const sheetEntry: SheetEntry = {
  isCurrent: () => history.state?.isSheet === true,
  push: () => history.pushState({ isSheet: true }, ''),
  back: () => history.back(),
};

/** What all sheets of the page share: their place in the browser's history, and the taps and keys that are not meant for them. */
export function useSheets(): PageSheets {
  const [{ stack, guard, sheets }] = useState(() => {
    const stack = createSheetStack(sheetEntry);
    const guard = createTapGuard();
    const count = signal(0);
    const sheets: PageSheets = {
      opened(close) {
        guard.changed(eventTime());
        const gone = stack.opened(close);
        count.value += 1;
        return () => {
          count.value -= 1;
          guard.changed(eventTime());
          gone();
        };
      },
      left: stack.left,
      isOpen: computed(() => count.value > 0),
    };
    return { stack, guard, sheets };
  });
  // The stack moves in a later microtask at the earliest, and hears of it.
  useLayoutEffect(() => {
    const ended = new AbortController();
    attend(stack, guard, ended.signal);
    return () => ended.abort();
  }, [stack, guard]);
  return sheets;
}

function attend(stack: SheetStack, guard: TapGuard, signal: AbortSignal): void {
  const moved = () => {
    // A closed sheet's entry is left between the two taps.
    if (!stack.leaving()) guard.forget();
    stack.moved();
  };
  addEventListener('popstate', moved, { signal });
  addEventListener('input', guard.forget, { capture: true, signal });
  const onKey = (event: KeyboardEvent) => {
    if (!isPress(event)) guard.forget();
    else if (guard.isStrayPress({ at: event.timeStamp, isRepeat: event.repeat })) stop(event);
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  const onClick = (event: MouseEvent) => {
    // A key's click has no place, and counts none.
    if (event.detail > 0 && guard.isStray({ x: event.clientX, y: event.clientY, at: event.timeStamp })) return stop(event);
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const leaving = link && stack.leaving();
    if (!leaving) return;
    // Where it leads must come after the page's own entry, which is not back yet.
    stop(event);
    void leaving.then(() => link.click());
  };
  addEventListener('click', onClick, { capture: true, signal });
}

/** Whether a key presses what has the focus, or sends its form: what is typed or scrolled with it is no press. */
function isPress({ key, isComposing, target }: KeyboardEvent): boolean {
  if (key === ' ') return target instanceof HTMLButtonElement;
  return key === 'Enter' && !isComposing && !(target instanceof HTMLTextAreaElement);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
