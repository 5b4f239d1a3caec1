import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { ExpenseRow } from '../../../stores/group/open-group.ts';
import { Amount } from '../../../ui/amount.tsx';
import type { People } from '../people.ts';
import { paidWords } from '../words/paid-text.ts';
import { LineFrame } from './line-frame.tsx';

export interface ItemProps<Row> {
  row: Row;
  firstOfDay: boolean;
  /** Somebody else who added or changed it just now. */
  arrivedBy: string | null;
  people: People;
  /** Stays the same function, so that a line that did not change costs nothing. */
  onOpen: (id: string) => void;
}

export function ExpenseItem({ row, firstOfDay, arrivedBy, people, onOpen }: ItemProps<ExpenseRow>) {
  const i18n = useI18n();
  // The same element again is not looked into: of a thousand lines only those are drawn that changed.
  return useMemo(() => {
    const { expense, pending } = row;
    const { key, params } = paidWords(expense, people);
    const amount = <Amount key="amount" value={expense.amount} currency={expense.currency} />;
    return (
      <LineFrame
        id={expense.id}
        date={expense.date}
        firstOfDay={firstOfDay}
        what={expense.description}
        details={[i18n.parts<ComponentChildren>(key, { ...params, amount })]}
        pending={pending}
        arrival={arrivedBy === null ? null : { by: arrivedBy, added: expense.version === 1 }}
        people={people}
        figures={<OwnPart expense={expense} me={people.me} />}
        onOpen={() => onOpen(expense.id)}
      />
    );
  }, [row, firstOfDay, arrivedBy, people, i18n, onOpen]);
}

/** What the expense does to the reader's balance, in a word and a signed amount. */
function OwnPart({ expense, me }: { expense: Expense; me: string | null }) {
  const { t } = useI18n();
  const { payers, shares, currency } = expense;
  if (me === null || (!(me in payers) && !(me in shares))) return <span class="line-figures quiet">{t('expenses.notInvolved')}</span>;
  const effect = minor((payers[me] ?? 0) - (shares[me] ?? 0));
  if (effect === 0) return <span class="line-figures quiet">{t('expenses.even')}</span>;
  return (
    <span class="line-figures">
      <span class={effect > 0 ? 'line-words owed' : 'line-words owe'}>{t(effect > 0 ? 'expenses.lent' : 'expenses.borrowed')}</span>{' '}
      <Amount value={effect} currency={currency} balance worded />
    </span>
  );
}
