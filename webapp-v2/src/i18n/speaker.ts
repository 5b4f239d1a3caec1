import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { createI18n, type I18n, type Reach } from './i18n.ts';
import { BEGINNING, bestLanguage, type Language, loadLanguage, preferenceOf } from './languages.ts';

interface SpeakerInput {
  /** What the browser prefers, best first. */
  browser: ReadonlySignal<readonly string[]>;
  /** What the reader has chosen, a BCP 47 tag; null: as the browser. */
  chosen: ReadonlySignal<string | null>;
  /** What pages say is needed, too, not only the messages of the sign-in page. */
  pages: ReadonlySignal<boolean>;
  /** Epoch ms. */
  now: () => number;
  /** Waits before messages that did not arrive are asked for again. */
  pause: () => Promise<void>;
  load?: (language: string, reach: Reach) => Promise<Language>;
}

interface Speaker {
  i18n: ReadonlySignal<I18n>;
  /** Resolves when the first language is there, or has failed to come at the first attempt. */
  ready: Promise<void>;
}

/**
 * Speaks the language that the reader prefers now; a change of mind shows without loading the page again. What a language says beyond
 * the first pages comes when it is asked for, and once it is, with every other language too.
 */
export function createSpeaker({ browser, chosen, pages, now, pause, load = loadLanguage }: SpeakerInput): Speaker {
  const isAskedForAll = signal(false);
  const reach = signal<Reach>(BEGINNING.reach);
  /** Whether the newest messages that were asked for have arrived at the first attempt. */
  let newest = Promise.resolve(true);

  async function askForAll(): Promise<void> {
    isAskedForAll.value = true;
    // Asked for while something is drawn, the attempt begins when that is done.
    await null;
    await newest;
    if (reach.peek() !== 'whole') throw new Error('the messages did not arrive');
  }

  const begin = ({ language, messages }: Language, preferred: readonly string[]) => {
    const there = { ...messages };
    return { language, preferred, there, i18n: createI18n({ language, messages: there, reach, askForAll, preferred, now }) };
  };
  let spoken = begin(BEGINNING, preferenceOf(chosen.peek(), browser.peek()));
  const i18n = signal(spoken.i18n);

  const speak = (language: Language, preferred: readonly string[]) =>
    batch(() => {
      // More of the same language is no other one: nothing is drawn anew for what it does not say.
      if (language.language === spoken.language && preferred.join() === spoken.preferred.join()) {
        Object.assign(spoken.there, language.messages);
      } else {
        spoken = begin(language, preferred);
        i18n.value = spoken.i18n;
      }
      reach.value = language.reach;
    });

  effect(() => {
    const preferred = preferenceOf(chosen.value, browser.value);
    const needed = isAskedForAll.value ? 'whole' : pages.value ? 'pages' : 'entry';
    let isLatest = true;
    const attempt = async (): Promise<boolean> => {
      try {
        const language = await load(bestLanguage(preferred), needed);
        if (isLatest) speak(language, preferred);
        return true;
      } catch {
        return false;
      }
    };
    const first = attempt();
    newest = first;
    void first.then(async (arrived) => {
      // Until it comes, the page goes on in the language it has.
      for (let there = arrived; !there && isLatest; there = await attempt()) await pause();
    });
    return () => {
      isLatest = false;
    };
  });
  return { i18n, ready: newest.then(() => {}) };
}
