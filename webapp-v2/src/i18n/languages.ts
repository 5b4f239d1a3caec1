import { enEntry } from './en-entry.ts';
import type { EntryMessages, Reach } from './i18n.ts';

type Loaders = { readonly [R in Reach]: () => Promise<EntryMessages> };

/** English is the one that the page can begin in before anything else has arrived. */
const LOADERS: Readonly<Record<string, Loaders>> = {
  en: {
    entry: async () => enEntry,
    pages: async () => (await import('./en-pages.ts')).enPages,
    whole: async () => (await import('./en.ts')).en,
  },
  de: {
    entry: async () => (await import('./de-entry.ts')).deEntry,
    pages: async () => (await import('./de-pages.ts')).dePages,
    whole: async () => (await import('./de.ts')).de,
  },
};

export interface Language {
  language: string;
  messages: EntryMessages;
  reach: Reach;
}

const DEFAULT = 'en';

export const BEGINNING: Language = { language: DEFAULT, messages: enEntry, reach: 'entry' };

/** What there are messages for, as BCP 47 tags. */
export const LANGUAGES: readonly string[] = Object.keys(LOADERS);

/** What a language calls itself: "Deutsch". */
export const ownName = (language: string): string => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

/** The first of the preferred languages that there are messages for; English where there are none for any. */
export function bestLanguage(preferred: readonly string[], available = LANGUAGES): string {
  return preferred.map(languageOf).find((language) => available.includes(language)) ?? DEFAULT;
}

/** A language's messages, or as many of them as are needed. @throws when they do not arrive */
export async function loadLanguage(language: string, reach: Reach, loaders = LOADERS): Promise<Language> {
  const load = loaders[language];
  if (!load) return BEGINNING;
  return { language, messages: await load[reach](), reach };
}

/**
 * What a reader prefers, best first, once they have chosen a language for themselves. It comes before what the browser prefers but
 * keeps the browser's region, which numbers and the first currency follow: "de" of somebody in Vienna is "de-AT".
 */
export function preferenceOf(chosen: string | null, browser: readonly string[]): readonly string[] {
  if (chosen === null) return browser;
  if (chosen.includes('-')) return [chosen, ...browser];
  const variant = browser.find((tag) => languageOf(tag) === chosen);
  const region = new Intl.Locale(browser[0] ?? chosen).maximize().region;
  return [variant ?? (region ? `${chosen}-${region}` : chosen), ...browser];
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;
