/** What its user entered and a database refused to store, by names of their own: it lives on in the page alone. */
export interface Unstored {
  isEmpty(): boolean;
  /** Passes on how the storing of something ends, and notes it, unless it is needed no longer by then or stored anew. */
  watch(name: string, storing: Promise<void>): Promise<void>;
  /** It is needed no longer. */
  drop(isDropped: (name: string) => boolean): void;
}

export function createUnstored(): Unstored {
  const names = new Set<string>();
  const underway = new Map<string, Promise<void>>();
  return {
    isEmpty: () => names.size === 0,
    watch(name, storing) {
      underway.set(name, storing);
      /** Not so where it was dropped, or is being stored anew. */
      const decides = () => underway.get(name) === storing && underway.delete(name);
      return storing.then(
        () => {
          if (decides()) names.delete(name);
        },
        (error: unknown) => {
          if (decides()) names.add(name);
          throw error;
        },
      );
    },
    drop(isDropped) {
      for (const name of [...names, ...underway.keys()]) {
        if (!isDropped(name)) continue;
        names.delete(name);
        underway.delete(name);
      }
    },
  };
}
