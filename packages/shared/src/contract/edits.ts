/** The fields an edit names: naming one with `undefined` is not naming it. */
export function withoutUndefined<T extends object>(edit: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
