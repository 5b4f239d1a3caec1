/** What its user entered and a database refused to store, by names of their own: it lives on in the page alone. */
export interface Unstored {
  isEmpty(): boolean;
  /** Passes on how the storing of something ends, and notes it. */
  watch(name: string, storing: Promise<void>): Promise<void>;
  /** It is needed no longer. */
  drop(isDropped: (name: string) => boolean): void;
}

export function createUnstored(): Unstored {
  const names = new Set<string>();
  return {
    isEmpty: () => names.size === 0,
    watch: (name, storing) =>
      storing.then(
        () => void names.delete(name),
        (error: unknown) => {
          names.add(name);
          throw error;
        },
      ),
    drop(isDropped) {
      for (const name of names) if (isDropped(name)) names.delete(name);
    },
  };
}
