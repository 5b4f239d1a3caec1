import type { Transfer } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** "You pay Bo", "Bo pays you", "Bo pays Cy". */
export function transferWords({ from, to }: Pick<Transfer, 'from' | 'to'>, people: People, { t }: Pick<I18n, 't'>): string {
  if (from === people.me) return t('transfers.youPay', { to: people.nameOf(to) });
  if (to === people.me) return t('transfers.paysYou', { from: people.nameOf(from) });
  return t('transfers.pays', { from: people.nameOf(from), to: people.nameOf(to) });
}
