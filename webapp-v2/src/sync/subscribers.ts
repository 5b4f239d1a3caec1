/** Who wants to hear of a change. */
export interface Subscribers {
  add(listener: () => void, signal: AbortSignal): void;
  notify(): void;
}

export function createSubscribers(): Subscribers {
  const listeners = new Set<() => void>();
  return {
    add(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
