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
      for (const listener of listeners) {
        try {
          listener();
        } catch (error) {
          // A listener's mistake is reported, but must not stop the engine in the middle of a step.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
