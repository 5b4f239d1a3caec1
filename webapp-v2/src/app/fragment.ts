import { useEffect, useState } from 'preact/hooks';

/** What follows the # of the page's address; null where nothing does. It never leaves the browser, so secrets travel in it. */
export function useFragment(): string | null {
  const [fragment, setFragment] = useState(readFragment);
  useEffect(() => {
    const update = () => setFragment(readFragment());
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return fragment;
}

const readFragment = (): string | null => location.hash.slice(1) || null;
