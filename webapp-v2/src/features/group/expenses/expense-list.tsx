import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { entityOf, isExpense, mergeLines, withoutHoles } from '../ledger/lines.ts';
import { Older } from '../older.tsx';
import type { People } from '../people.ts';
import { type Filter, filterLines, isFiltering, NO_FILTER } from '../search/filter.ts';
import { LedgerSearch } from '../search/ledger-search.tsx';
import { SearchResult } from '../search/search-result.tsx';
import { byMonth } from './by-month.ts';
import { ExpenseItem } from './expense-item.tsx';
import { SettlementItem } from './settlement-item.tsx';
import './expense-list.css';

/** As many lines are drawn at first, and with every step towards older ones: what nobody scrolls to costs nothing. */
const STEP = 60;
/** From so many lines on, searching is quicker than looking. */
const WORTH_SEARCHING = 6;

export interface ExpenseListProps {
  store: OpenGroup;
  /** The group's own. */
  currency: string;
  people: People;
  filter: Signal<Filter>;
  /** Where there is no line yet. */
  empty: ComponentChildren;
  /** Both stay the same functions. */
  onOpenExpense: (expenseId: string) => void;
  onOpenSettlement: (settlementId: string) => void;
}

/** The group's ledger by months, newest first: expenses, and payments between them. */
export function ExpenseList({ store, currency, people, filter, empty, onOpenExpense, onOpenSettlement }: ExpenseListProps) {
  const i18n = useI18n();
  const { t, month } = i18n;
  const all = useComputed(() => withoutHoles(mergeLines(store.rows.value, store.settlements.value), store.completeSince.value)).value;
  const asked = filter.value;
  const found = useMemo(() => filterLines(all, asked, people, i18n), [all, asked, people, i18n]);
  const drawn = useSignal(STEP);
  const months = useMemo(() => byMonth(found.slice(0, drawn.value)), [found, drawn.value]);
  const currencies = useMemo(() => new Set(all.map((line) => entityOf(line).currency)), [all]);
  const arrivals = store.arrivals.value;
  const filtering = isFiltering(asked);
  const hasMore = store.hasMore.value;

  if (all.length === 0 && store.status.value === 'loading') return <Skeleton rows={5} />;
  if (all.length === 0 && !hasMore) return <>{empty}</>;
  const clear = () => {
    filter.value = NO_FILTER;
  };
  const drawMore = async () => {
    if (found.length <= drawn.value && hasMore) await store.loadMore();
    drawn.value += STEP;
  };
  return (
    <>
      {(all.length >= WORTH_SEARCHING || filtering) && (
        <LedgerSearch filter={filter} currency={currency} currencies={currencies} people={people} />
      )}
      {filtering && (
        <SearchResult count={found.length} isComplete={store.isComplete.value} loadAll={() => store.loadAll()} onClear={clear} />
      )}
      {filtering && found.length === 0 && store.isComplete.value && (
        <EmptyState title={t('search.emptyTitle')} hint={t('search.emptyHint')}>
          <Button onClick={clear}>{t('search.clear')}</Button>
        </EmptyState>
      )}
      {months.map(({ key, date, lines }) => (
        <section key={key} class="month">
          <h2 class="month-name">{month(date)}</h2>
          <ol class="month-rows">
            {lines.map((line, index) => {
              const { id, date: day } = entityOf(line);
              const before = lines[index - 1];
              const shared = {
                firstOfDay: !before || entityOf(before).date !== day,
                arrivedBy: arrivals.get(id) ?? null,
                people,
              };
              return isExpense(line) ? (
                <ExpenseItem key={id} row={line} onOpen={onOpenExpense} {...shared} />
              ) : (
                <SettlementItem key={id} row={line} onOpen={onOpenSettlement} {...shared} />
              );
            })}
          </ol>
        </section>
      ))}
      {(found.length > drawn.value || (hasMore && !filtering)) && (
        <Older text={t('expenses.more')} count={Math.min(found.length, drawn.value)} load={drawMore} />
      )}
    </>
  );
}
