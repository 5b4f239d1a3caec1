import { useI18n } from '../../i18n/context.ts';
import './skip-to-balances.css';

/** Of what stands beside the ledger; it can take the focus. */
export const BALANCES_ID = 'balances';

/** Past the ledger, which has no end: on wide screens the balances stand behind all of its rows for whoever comes by keyboard. */
export function SkipToBalances() {
  const { t } = useI18n();
  return (
    <a
      class="skip-link skip-to-balances"
      href={`#${BALANCES_ID}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(BALANCES_ID)?.focus();
      }}
    >
      {t('group.skipToBalances')}
    </a>
  );
}
