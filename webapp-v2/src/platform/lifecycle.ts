/** Whether anybody looks at the page, and whether the browser believes in a network. */
export interface Lifecycle {
  visible(): boolean;
  online(): boolean;
  /** Calls `listener` whenever one of the two may have changed, until `signal` aborts. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

export const browserLifecycle: Lifecycle = {
  visible: () => document.visibilityState === 'visible',
  online: () => navigator.onLine,
  onChange(listener, signal) {
    document.addEventListener('visibilitychange', listener, { signal });
    // A page taken from the back/forward cache or woken from sleep does not always change its visibility.
    window.addEventListener('pageshow', listener, { signal });
    window.addEventListener('online', listener, { signal });
    window.addEventListener('offline', listener, { signal });
  },
};

/** The browser asks its user before the page is closed, in words of its own, while `isAtRisk` says so. */
export function askBeforeClosing(isAtRisk: () => boolean, signal: AbortSignal): void {
  const ask = (event: Event) => {
    if (isAtRisk()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask, { signal });
}

/** Resolves once what is on screen has been painted and the browser has a moment; within a second also in a hidden page. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
