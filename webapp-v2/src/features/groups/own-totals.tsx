import { useI18n } from '../../i18n/context.ts';
import type { OwnTotal } from '../../stores/account/group-list.ts';
import { Amount } from '../../ui/amount.tsx';

/** The one clear number: what the reader owes or is owed over all groups, each currency for itself. */
export function OwnTotals({ totals }: { totals: readonly OwnTotal[] }) {
  const { t } = useI18n();
  return (
    <section class="own-totals leaf-wide" aria-label={t('groups.overall')} aria-live="polite">
      <h2 class="own-totals-title">{t('groups.overall')}</h2>
      {totals.length === 0 && <p class="own-total heading heading-display">{t('balance.settled')}</p>}
      {totals.map(({ currency, amount }) => (
        <p key={currency} class="own-total">
          <span class="own-total-words">
            {t(amount === 0 ? 'balance.evensOut' : amount > 0 ? 'balance.owedLabel' : 'balance.oweLabel')}
          </span>{' '}
          <Amount value={amount} currency={currency} balance worded size="large" />
        </p>
      ))}
    </section>
  );
}

/** As high as it will be. */
export function OwnTotalsToCome() {
  return (
    <div class="own-totals own-totals-to-come leaf-wide" aria-hidden="true">
      <p class="own-totals-title">&nbsp;</p>
      <p class="own-total">
        <span class="own-total-words">&nbsp;</span>
        <span class="amount-large">&nbsp;</span>
      </p>
    </div>
  );
}
