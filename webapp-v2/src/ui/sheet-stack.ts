import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** What sheets need of the browser's history: one entry above the page's own, at the same address. */
export interface SheetEntry {
  isCurrent(): boolean;
  push(): void;
  /** The browser goes back later, and then says that it has. */
  back(): void;
}

export interface SheetStack {
  /** A sheet has opened; what this gives is called when it is gone. */
  opened(close: () => void): () => void;
  /** The browser has moved in its history. */
  moved(): void;
  /** Closes every sheet; afterwards the page's own entry is the current one, and what is pushed comes right after it. */
  left(): Promise<void>;
  /** That, while it is under way; null else. */
  leaving(): Promise<void> | null;
}

/**
 * Keeps the sheets' entry in step with the sheets. Invariant, whenever the browser stands still: the entry is the current one exactly
 * while a sheet is open. So Back closes a sheet and stays on the page, and a sheet that is closed otherwise leaves nothing to go back to.
 */
export function createSheetStack(entry: SheetEntry): SheetStack {
  const open = new Set<{ close: () => void }>();
  let leaving: Promise<void> | null = null;
  let arrive = () => {};

  const agree = () => {
    // Two moves at once would end anywhere.
    if (leaving) return;
    if (open.size > 0 && !entry.isCurrent()) entry.push();
    else if (open.size === 0 && entry.isCurrent()) {
      leaving = new Promise((resolve) => {
        arrive = resolve;
      });
      entry.back();
    }
  };
  // One sheet in place of another keeps the entry: it closes and opens in the same drawing.
  const agreeSoon = () => void Promise.resolve().then(agree);
  agreeSoon();

  return {
    opened(close) {
      const sheet = { close };
      open.add(sheet);
      agreeSoon();
      return () => {
        open.delete(sheet);
        agreeSoon();
      };
    },
    moved() {
      if (leaving) {
        leaving = null;
        arrive();
      } else if (!entry.isCurrent()) {
        const top = [...open].at(-1);
        if (top) open.delete(top);
        top?.close();
      }
      agree();
    },
    left() {
      for (const { close } of open) close();
      open.clear();
      agree();
      return leaving ?? Promise.resolve();
    },
    leaving: () => leaving,
  };
}

/** What a page has of it. */
export interface PageSheets extends Pick<SheetStack, 'opened' | 'left'> {
  /** Whether there is a sheet above the page, which nobody hears behind it. */
  isOpen: ReadonlySignal<boolean>;
}

const SheetStackContext = createContext<PageSheets>({ opened: () => () => {}, left: () => Promise.resolve(), isOpen: signal(false) });

export const SheetStackProvider = SheetStackContext.Provider;

export const useSheetStack = (): PageSheets => useContext(SheetStackContext);

/** Whether a sheet keeps the page from being heard: on for one drawing longer, as what is put in while the page is still behind it is not noticed. */
export function useUnheard(): boolean {
  const isOpen = useSheetStack().isOpen.value;
  const [wasOpen, setWasOpen] = useState(isOpen);
  useEffect(() => setWasOpen(isOpen), [isOpen]);
  return isOpen || wasOpen;
}
