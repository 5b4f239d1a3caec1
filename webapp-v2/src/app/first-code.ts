import { useEffect, useState } from 'preact/hooks';

/** Whether the code that a stage of the page draws first is here. It is asked for when the stage begins, and a page within the stage asks for its own. */
export function useFirstCode(stage: string, load: (() => Promise<unknown>) | null): boolean {
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => {
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
