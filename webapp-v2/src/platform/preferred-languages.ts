import { type ReadonlySignal, signal } from '@preact/signals';

/** What the user reads, best first, as BCP 47 tags; changes with the browser's settings. */
export function preferredLanguages(): ReadonlySignal<readonly string[]> {
  const languages = signal(navigator.languages);
  addEventListener('languagechange', () => {
    languages.value = navigator.languages;
  });
  return languages;
}
