import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { I18n } from './i18n.ts';

const I18nContext = createContext<I18n | null>(null);

export const I18nProvider = I18nContext.Provider;

/** The reader's language and formats. @throws outside of an `I18nProvider` */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('there is no I18nProvider above this component');
  return i18n;
}
