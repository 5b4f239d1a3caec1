import { effect, type ReadonlySignal } from '@preact/signals';

/** The signal's value, as soon as it is not null. */
export function present<T>(source: ReadonlySignal<T | null>): Promise<T> {
  return new Promise((resolve) => {
    const known = source.peek();
    if (known !== null) return resolve(known);
    const stop = effect(() => {
      if (source.value === null) return;
      resolve(source.value);
      // Not at once: the effect is not assigned yet while it runs for the first time.
      queueMicrotask(() => stop());
    });
  });
}
