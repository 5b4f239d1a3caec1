import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { createI18n, type I18n } from './i18n.ts';
import { BEGINNING, bestLanguage, type Language, loadLanguage, preferenceOf } from './languages.ts';

interface SpeakerInput {
  /** What the browser prefers, best first. */
  browser: ReadonlySignal<readonly string[]>;
  /** What the reader has chosen, a BCP 47 tag; null: as the browser. */
  chosen: ReadonlySignal<string | null>;
  /** Somebody is signed in: every message is needed, not only those of the sign-in page. */
  whole: ReadonlySignal<boolean>;
  /** Epoch ms. */
  now: () => number;
  /** Waits before messages that did not arrive are asked for again. */
  pause: () => Promise<void>;
  load?: (language: string, isWhole: boolean) => Promise<Language>;
}

interface Speaker {
  i18n: ReadonlySignal<I18n>;
  /** Resolves when the first language is there, or has failed to come at the first attempt. */
  ready: Promise<void>;
}

/** Speaks the language that the reader prefers now; a change of mind shows without loading the page again. */
export function createSpeaker({ browser, chosen, whole, now, pause, load = loadLanguage }: SpeakerInput): Speaker {
  const speak = (language: Language, preferred: readonly string[]): I18n => createI18n({ ...language, preferred, now });
  const i18n = signal(speak(BEGINNING, preferenceOf(chosen.peek(), browser.peek())));
  let ready: Promise<void> = Promise.resolve();

  effect(() => {
    const preferred = preferenceOf(chosen.value, browser.value);
    const isWhole = whole.value;
    let isLatest = true;
    const attempt = async (): Promise<boolean> => {
      try {
        const language = await load(bestLanguage(preferred), isWhole);
        if (isLatest) i18n.value = speak(language, preferred);
        return true;
      } catch {
        return false;
      }
    };
    const first = attempt();
    ready = first.then(() => {});
    void first.then(async (arrived) => {
      // Until it comes, the page goes on in the language it has.
      for (let there = arrived; !there && isLatest; there = await attempt()) await pause();
    });
    return () => {
      isLatest = false;
    };
  });
  return { i18n, ready };
}
