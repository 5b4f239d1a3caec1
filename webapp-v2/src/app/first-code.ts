import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether the code that a stage of the page draws first is here. It is asked for when the stage begins, and a page within the stage asks for its own. */
export function useFirstCode(stage: string, load: (() => Promise<unknown>) | null): boolean {
  const [here, setHere] = useState<string | null>(null);
  // Before anything is painted: what is here already is drawn at once.
  useLayoutEffect(() => {
    let isCurrent = true;
    void load?.().then(() => {
      if (isCurrent) setHere(stage);
    });
    return () => {
      isCurrent = false;
    };
  }, [stage]);
  return here === stage;
}
