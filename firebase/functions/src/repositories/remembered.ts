/** A read that many need and that changes seldom: made once for all who ask within `ms`. A failed one is forgotten at once. */
export function remembered<T>(read: () => Promise<T>, ms: number, now: () => number): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | undefined;
  return () => {
    if (known && now() < known.until) return known.value;
    const value = read();
    known = { value, until: now() + ms };
    value.catch(() => {
      known = undefined;
    });
    return value;
  };
}
