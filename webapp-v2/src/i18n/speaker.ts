import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { createI18n, type I18n } from './i18n.ts';
import { bestLanguage, ENGLISH, type Language, loadLanguage, preferenceOf } from './languages.ts';

export interface SpeakerInput {
  /** What the browser prefers, best first. */
  browser: readonly string[];
  /** What the reader has chosen, a BCP 47 tag; null: as the browser. */
  chosen: ReadonlySignal<string | null>;
  /** Epoch ms. */
  now: () => number;
  load?: (language: string) => Promise<Language>;
}

export interface Speaker {
  i18n: ReadonlySignal<I18n>;
  /** Resolves when the first language is there, or will not come. */
  ready: Promise<void>;
}

/** Speaks the language that the reader prefers now; a change of mind shows without loading the page again. */
export function createSpeaker({ browser, chosen, now, load = loadLanguage }: SpeakerInput): Speaker {
  const speak = (language: Language, preferred: readonly string[]): I18n => createI18n({ ...language, preferred, now });
  const i18n = signal(speak(ENGLISH, preferenceOf(chosen.peek(), browser)));
  let ready: Promise<void> = Promise.resolve();

  effect(() => {
    const preferred = preferenceOf(chosen.value, browser);
    let isLatest = true;
    const spoken = load(bestLanguage(preferred)).then(
      (language) => {
        if (isLatest) i18n.value = speak(language, preferred);
      },
      // A language that does not arrive leaves the page in the one it has.
      () => {},
    );
    ready = spoken;
    return () => {
      isLatest = false;
    };
  });
  return { i18n, ready };
}
