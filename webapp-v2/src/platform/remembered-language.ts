const KEY = 'language';

/** The language that the reader of this browser has chosen, so that the page begins in it; null where they have not. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // The browser keeps nothing for this site.
    return null;
  }
}

export function rememberLanguage(language: string | null): void {
  try {
    if (language === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, language);
  } catch {
    // As above: the next visit begins in the browser's language.
  }
}
