import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { People } from '../people.ts';
import { byMonth } from './by-month.ts';
import { ExpenseItem } from './expense-item.tsx';
import './expense-list.css';

export interface ExpenseListProps {
  store: OpenGroup;
  people: People;
  onOpen: (expenseId: string) => void;
  mayAdd: boolean;
}

export function ExpenseList({ store, people, onOpen, mayAdd }: ExpenseListProps) {
  const { t, month } = useI18n();
  const rows = store.rows.value;
  const arrivals = store.arrivals.value;
  const months = useMemo(() => byMonth(rows), [rows]);

  if (rows.length === 0 && store.status.value === 'loading') return <Skeleton rows={5} />;
  if (rows.length === 0 && !store.hasMore.value) {
    return <EmptyState title={t('expenses.emptyTitle')} hint={t(mayAdd ? 'expenses.emptyHint' : 'expenses.emptyViewer')} />;
  }
  return (
    <>
      {months.map(({ key, date, rows: monthRows }) => (
        <section key={key} class="month">
          <h2 class="month-name">{month(date)}</h2>
          <ol class="month-rows">
            {monthRows.map(({ expense, pending }, index) => (
              <ExpenseItem
                key={expense.id}
                expense={expense}
                pending={pending}
                firstOfDay={monthRows[index - 1]?.expense.date !== expense.date}
                changedBy={arrivals.get(expense.id) ?? null}
                people={people}
                onOpen={onOpen}
              />
            ))}
          </ol>
        </section>
      ))}
      {store.hasMore.value && <OlderExpenses load={() => store.loadMore()} />}
    </>
  );
}

function OlderExpenses({ load }: { load: () => Promise<void> }) {
  const { t } = useI18n();
  const busy = useSignal(false);
  return (
    <Button
      wide
      busy={busy.value}
      onClick={async () => {
        busy.value = true;
        await load();
        busy.value = false;
      }}
    >
      {t('expenses.more')}
    </Button>
  );
}
