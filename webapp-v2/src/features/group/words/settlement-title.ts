import type { Settlement } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** "You paid Bo", "Bo paid you", "Bo paid Cy". */
export function settlementTitle({ from, to }: Pick<Settlement, 'from' | 'to'>, people: People, { t }: Pick<I18n, 't'>): string {
  if (from === people.me) return t('settlement.youPaid', { to: people.nameOf(to) });
  if (to === people.me) return t('settlement.paidYou', { from: people.nameOf(from) });
  return t('settlement.paid', { from: people.nameOf(from), to: people.nameOf(to) });
}
