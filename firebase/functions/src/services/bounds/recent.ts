/** A map of at most `max` entries: what was set longest ago goes first. */
export function createRecent<Key, Value>(max: number) {
  const entries = new Map<Key, Value>();
  return {
    get: (key: Key): Value | undefined => entries.get(key),

    set(key: Key, value: Value): void {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > max && oldest !== undefined) entries.delete(oldest);
    },

    delete: (key: Key): boolean => entries.delete(key),
  };
}
