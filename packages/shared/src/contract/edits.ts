/** The fields an edit names: naming one with `undefined` is not naming it. */
export function withoutUndefined<T extends object>(edit: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** JSON with sorted keys and without `undefined`: equal values have equal text, whatever the order they were written in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** Of the `editable` fields, those that the edit names and that differ from before. An edit without any is no change. */
export function differing<Field extends string>(
  editable: readonly Field[],
  edit: Partial<Record<Field, unknown>>,
  before: Record<Field, unknown>,
): Field[] {
  return editable.filter((field) => edit[field] !== undefined && canonicalJson(edit[field]) !== canonicalJson(before[field]));
}
