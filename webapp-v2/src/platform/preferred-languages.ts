/** What the user reads, best first, as BCP 47 tags. */
export const preferredLanguages = {
  now: (): readonly string[] => navigator.languages,
  /** Calls `listener` when the browser's settings have changed, until `signal` aborts. */
  onChange(listener: () => void, signal: AbortSignal): void {
    addEventListener('languagechange', listener, { signal });
  },
};
