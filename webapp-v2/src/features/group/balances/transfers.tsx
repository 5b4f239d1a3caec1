import type { Transfer } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import type { People } from '../people.ts';

/** The payments that would settle a currency, the reader's own first. */
export function Transfers({ transfers, currency, people }: { transfers: readonly Transfer[]; currency: string; people: People }) {
  const { t } = useI18n();
  if (transfers.length === 0) return null;
  const isOwn = ({ from, to }: Transfer) => from === people.me || to === people.me;
  const ordered = [...transfers.filter(isOwn), ...transfers.filter((transfer) => !isOwn(transfer))];
  return (
    <>
      <h3 class="transfers-title">{t('transfers.title')}</h3>
      <ul class="transfers">
        {ordered.map((transfer) => (
          <li key={`${transfer.from} ${transfer.to}`} class={isOwn(transfer) ? 'transfer transfer-own' : 'transfer'}>
            <span class="transfer-who">
              <TransferWords transfer={transfer} people={people} />
            </span>{' '}
            <Amount value={transfer.amount} currency={currency} />
          </li>
        ))}
      </ul>
      <p class="quiet">{t('transfers.hint', { count: transfers.length })}</p>
    </>
  );
}

function TransferWords({ transfer: { from, to }, people }: { transfer: Transfer; people: People }) {
  const { t } = useI18n();
  if (from === people.me) return t('transfers.youPay', { to: people.nameOf(to) });
  if (to === people.me) return t('transfers.paysYou', { from: people.nameOf(from) });
  return t('transfers.pays', { from: people.nameOf(from), to: people.nameOf(to) });
}
