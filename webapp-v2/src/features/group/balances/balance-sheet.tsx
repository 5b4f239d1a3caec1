import { isPresent } from '@splitifyd/shared/contract';
import type { Balances, BalancesByCurrency, TransfersByCurrency } from '@splitifyd/shared/domain';
import { minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { ownCurrencyFirst } from '../../../i18n/currencies.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { People } from '../people.ts';
import type { Suggestion } from '../settle/new-settlement.tsx';
import { settledKeys } from '../words/settled-keys.ts';
import { Transfers } from './transfers.tsx';
import './balances.css';

interface BalanceSheetProps {
  /** The group's; comes first. */
  ownCurrency: string;
  balances: BalancesByCurrency;
  /** Nothing was entered yet. */
  isEmpty: boolean;
  transfers: TransfersByCurrency;
  people: People;
  /** Null where the reader may not record payments. With null, a payment is entered freely. */
  onSettle: ((suggestion: Suggestion | null) => void) | null;
  onExplainBalance: (memberId: string, currency: string) => void;
  onExplainTransfer: (suggestion: Suggestion) => void;
}

/** Each currency for itself: who gets back, who owes, and the payments that settle it. */
export function BalanceSheet(props: BalanceSheetProps) {
  const { ownCurrency, balances, isEmpty, transfers, people, onSettle, onExplainBalance, onExplainTransfer } = props;
  const { t, currencyName } = useI18n();
  const settled = settledKeys(isEmpty);
  const currencies = Object.keys(balances).sort(ownCurrencyFirst(ownCurrency));
  return (
    <>
      {currencies.length === 0 && <EmptyState title={t(settled.title)} hint={t(settled.hint)} />}
      {currencies.map((currency) => (
        <section key={currency} class="balances">
          <h2 class="heading heading-ruled">{currencies.length > 1 ? currencyName(currency) : t('balances.title')}</h2>
          <MemberBalances
            balances={balances[currency] ?? {}}
            currency={currency}
            people={people}
            onExplain={(memberId) => onExplainBalance(memberId, currency)}
          />
          <Transfers
            transfers={transfers[currency] ?? []}
            currency={currency}
            alone={currencies.length === 1}
            people={people}
            onSettle={onSettle}
            onExplain={onExplainTransfer}
          />
        </section>
      ))}
      {onSettle && (
        <div class="balances-record">
          <Button onClick={() => onSettle(null)}>{t('settle.record')}</Button>
        </div>
      )}
    </>
  );
}

interface MemberBalancesProps {
  balances: Balances;
  currency: string;
  people: People;
  onExplain: (memberId: string) => void;
}

function MemberBalances({ balances, currency, people, onExplain }: MemberBalancesProps) {
  const { t } = useI18n();
  const largest = Math.max(...Object.values(balances).map(Math.abs));
  const listed = people.all.filter((member) => isPresent(member) || balances[member.id]);
  return (
    <ul class="rows">
      {listed.map(({ id, displayName, status }) => {
        const balance = balances[id] ?? minor(0);
        return (
          <li key={id}>
            <button type="button" class="row-button balance-row" title={t('explain.details')} onClick={() => onExplain(id)}>
              <Avatar name={displayName} id={id} hollow={status === 'placeholder'} />
              <span class="balance-text">
                <span class="row-name balance-name">{people.labelOf(id)}</span> <BalanceWords balance={balance} currency={currency} />
                <Bar part={balance / largest} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function BalanceWords({ balance, currency }: { balance: number; currency: string }) {
  const { t, parts } = useI18n();
  if (balance === 0) return <span class="balance-words quiet">{t('balance.even')}</span>;
  const amount = <Amount key="amount" value={minor(Math.abs(balance))} currency={currency} />;
  return (
    <span class={balance > 0 ? 'balance-words owed' : 'balance-words owe'}>
      {parts(balance > 0 ? 'balance.getsBack' : 'balance.owes', { amount })}
    </span>
  );
}

/** `part` of the largest balance, from −1 (owes, towards the start) to 1 (gets back, towards the end). The words say the same. */
function Bar({ part }: { part: number }) {
  const side = part < 0 ? 'bar-owe' : 'bar-owed';
  return (
    <span class="bar" aria-hidden="true">
      {part !== 0 && <span class={`bar-fill ${side}`} style={{ inlineSize: `${Math.max(Math.abs(part) * 50, 1)}%` }} />}
    </span>
  );
}
