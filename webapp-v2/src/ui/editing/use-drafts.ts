import { useEffect, useState } from 'preact/hooks';
import { createDrafts, type DraftShelf, type Drafts } from './drafts.ts';

/** The half-typed forms of a page, for as long as it is open. */
export function useDrafts(shelf: DraftShelf): Drafts {
  const [drafts] = useState(() => createDrafts(shelf));
  useEffect(() => () => drafts.close(), [drafts]);
  return drafts;
}
