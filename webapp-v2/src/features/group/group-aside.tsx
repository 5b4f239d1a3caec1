import { useComputed } from '@preact/signals';
import type { Group } from '@splitifyd/shared/contract';
import type { BalancesByCurrency, TransfersByCurrency } from '@splitifyd/shared/domain';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OpenGroup } from '../../stores/group/open-group.ts';
import { BalanceSheet } from './balances/balance-sheet.tsx';
import type { People } from './people.ts';
import type { OpenSheet } from './sheets/open-sheet.ts';

interface GroupAsideProps {
  store: OpenGroup;
  group: Group;
  people: People;
  maySettle: boolean;
  /** Stays the same function. */
  onShow: (sheet: OpenSheet) => void;
}

/** Balances and what settles them, drawn anew where money moved or a name changed, not at every change of the group. */
export function GroupAside({ store, group, people, maySettle, onShow }: GroupAsideProps) {
  const { currency, settings } = group;
  const balances = store.balances.value;
  const isEmpty = useComputed(() => store.rows.value.length === 0 && store.settlements.value.length === 0 && !store.hasMore.value).value;
  const transfers = useTransfers(store, settings.simplifyDebts, balances);
  return useMemo(
    () => (
      <BalanceSheet
        ownCurrency={currency}
        balances={balances}
        isEmpty={isEmpty}
        transfers={transfers}
        people={people}
        onSettle={maySettle ? (suggestion) => onShow({ kind: 'newSettlement', suggestion }) : null}
        onExplainBalance={(memberId, inCurrency) => onShow({ kind: 'explainBalance', memberId, currency: inCurrency })}
        onExplainTransfer={(suggestion) => onShow({ kind: 'explainTransfer', suggestion })}
      />
    ),
    [currency, balances, isEmpty, transfers, people, maySettle, onShow],
  );
}

/**
 * Simplifying debts takes milliseconds, which no line of the ledger should wait for: the transfers follow once the balances are
 * painted. A signal that is read here would be computed before. Debts that are not simplified are at hand.
 */
function useTransfers(store: OpenGroup, simplified: boolean, balances: BalancesByCurrency): TransfersByCurrency {
  const [painted, setPainted] = useState(() => store.transfers.peek());
  useEffect(() => setPainted(store.transfers.peek()), [store, simplified, balances]);
  return simplified ? painted : store.transfers.value;
}
