import { en } from './en.ts';
import type { Messages } from './i18n.ts';

/** Other languages than English, loaded when somebody prefers them: `de: async () => (await import('./de.ts')).de`. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {};

export interface Language {
  language: string;
  messages: Messages;
}

/** English is part of the page, so that it can speak before anything else has arrived. */
export const ENGLISH: Language = { language: 'en', messages: en };

/** The best of the preferred languages that there are messages for; null where that is English. */
export function preferredLoader(preferred: readonly string[], loaders = LOADERS): (() => Promise<Language>) | null {
  for (const tag of preferred) {
    const language = tag.split('-')[0] ?? tag;
    if (language === ENGLISH.language) return null;
    const load = loaders[language];
    if (load) return async () => ({ language, messages: await load() });
  }
  return null;
}
