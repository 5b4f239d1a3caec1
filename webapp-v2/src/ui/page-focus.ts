import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** `isDue` after a change of page, until the reader does something: a page that comes meanwhile, such as the one after a skeleton, takes the focus. */
export interface PageFocus {
  isDue: boolean;
}

const PageFocusContext = createContext<PageFocus>({ isDue: false });

export const PageFocusProvider = PageFocusContext.Provider;

export const usePageFocus = (): PageFocus => useContext(PageFocusContext);
