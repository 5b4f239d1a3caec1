import type { I18n } from '../../../i18n/i18n.ts';

/** "2 payments settle everything."; of one currency among several, `currency`, what is in that one. */
export const settlesText = (count: number, currency: string | null, { t, currencyName }: Pick<I18n, 't' | 'currencyName'>): string =>
  currency === null ? t('transfers.hint', { count }) : t('transfers.hintIn', { count, currency: currencyName(currency) });
