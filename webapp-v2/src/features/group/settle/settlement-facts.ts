import type { Settlement } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import { factsOf, quoted } from '../../../ui/editing/fact.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';
import type { SETTLEMENT_UNITS } from './form.ts';

/** Some units of a payment in words. */
export function settlementFacts(settlement: Settlement, units: readonly string[], people: People, i18n: I18n): string {
  const { t, money, date } = i18n;
  const { amount, currency, note } = settlement;
  return factsOf<keyof typeof SETTLEMENT_UNITS>(
    units,
    {
      amount: [settlementTitle(settlement, people, i18n), money(amount, currency)],
      date: [t('editing.date'), date(settlement.date)],
      note: [t('editing.note'), quoted(note, i18n)],
    },
    i18n,
  );
}
