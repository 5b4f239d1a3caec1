import { useEffect, useRef } from 'preact/hooks';

/** Tells, for as long as the keyboard's focus or the pointer is in a part, that it is looked at; `look` is to end with its signal. */
export function useLookedAt(look: (signal: AbortSignal) => void) {
  const by = useRef(new Set<'focus' | 'pointer'>());
  const looking = useRef<AbortController | null>(null);
  const now = (how: 'focus' | 'pointer', isSo: boolean) => {
    if (isSo) by.current.add(how);
    else by.current.delete(how);
    if (by.current.size === 0) {
      looking.current?.abort();
      looking.current = null;
    } else if (!looking.current) {
      looking.current = new AbortController();
      look(looking.current.signal);
    }
  };
  useEffect(() => () => looking.current?.abort(), []);
  return {
    onFocusIn: ({ target }: FocusEvent) => now('focus', target instanceof Element && target.matches(':focus-visible')),
    onFocusOut: () => now('focus', false),
    // What comes up under a pointer that rests, or was tapped, is not pointed at.
    onPointerMove: ({ pointerType }: PointerEvent) => now('pointer', pointerType === 'mouse'),
    onPointerLeave: () => now('pointer', false),
  };
}
