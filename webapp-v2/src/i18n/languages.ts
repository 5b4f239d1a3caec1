import { en } from './en.ts';
import type { Messages } from './i18n.ts';

/** Other languages than English, each loaded when somebody reads it. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  de: async () => (await import('./de.ts')).de,
};

export interface Language {
  language: string;
  messages: Messages;
}

/** English is part of the page, so that it can speak before anything else has arrived. */
export const ENGLISH: Language = { language: 'en', messages: en };

/** What there are messages for, as BCP 47 tags. */
export const LANGUAGES: readonly string[] = [ENGLISH.language, ...Object.keys(LOADERS)];

/** What a language calls itself: "Deutsch". */
export const ownName = (language: string): string => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

/** The first of the preferred languages that there are messages for; English where there are none for any. */
export function bestLanguage(preferred: readonly string[], available = LANGUAGES): string {
  return preferred.map(languageOf).find((language) => available.includes(language)) ?? ENGLISH.language;
}

/** @throws when its messages do not arrive */
export async function loadLanguage(language: string, loaders = LOADERS): Promise<Language> {
  const load = loaders[language];
  return load ? { language, messages: await load() } : ENGLISH;
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
