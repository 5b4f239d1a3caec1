import { type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useDrawn } from '../drawn.ts';
import { later } from '../later.tsx';
import { entityOf, isExpense, mergeLines, withoutHoles } from '../ledger/lines.ts';
import { Older } from '../older.tsx';
import type { People } from '../people.ts';
import { createSearch, type Filter, isFiltering, NO_FILTER } from '../search/filter.ts';
import { SearchResult } from '../search/search-result.tsx';
import { byMonth } from './by-month.ts';
import { ExpenseItem } from './expense-item.tsx';
import { SettlementItem } from './settlement-item.tsx';
import './expense-list.css';

/** Nobody searches before they have seen; until it is here its place is kept. */
const LedgerSearch = later(
  async () => (await import('../search/ledger-search.tsx')).LedgerSearch,
  () => <div class="search-to-come" />,
);

/** From so many lines on, searching is quicker than looking. */
const WORTH_SEARCHING = 6;

interface ExpenseListProps {
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
  const all = useComputed(() =>
    withoutHoles(mergeLines(store.rows.value, store.settlements.value), store.completeSince.value, store.written.value),
  ).value;
  const asked = filter.value;
  const search = useMemo(() => createSearch(people, i18n), [people, i18n]);
  const found = useMemo(() => search(all, asked), [all, asked, search]);
  const filtering = isFiltering(asked);
  const hasMore = store.hasMore.value;
  // A search looks through the whole history by itself.
  const drawn = useDrawn(found.length, { hasMore: hasMore && !filtering, load: store.loadMore });
  const months = useMemo(() => byMonth(found.slice(0, drawn.count)), [found, drawn.count]);
  const currencies = useMemo(() => new Set(all.map((line) => entityOf(line).currency)), [all]);
  const arrivals = store.arrivals.value;

  if (all.length === 0 && store.status.value === 'loading') return <Skeleton rows={5} />;
  if (all.length === 0 && !hasMore) return <>{empty}</>;
  return (
    <>
      {(all.length >= WORTH_SEARCHING || filtering) && (
        <LedgerSearch filter={filter} currency={currency} currencies={currencies} people={people} />
      )}
      {filtering && (
        <SearchResult
          count={found.length}
          isComplete={store.isComplete.value}
          loadAll={() => store.loadAll()}
          onClear={() => {
            filter.value = NO_FILTER;
          }}
        />
      )}
      {months.map(({ key, date, lines }) => (
        <section key={key} class="month">
          <h2 class="heading heading-ruled">{month(date)}</h2>
          <ol class="rows lines">
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
      {drawn.hasMore && <Older text={t('expenses.more')} count={drawn.count} load={drawn.more} />}
    </>
  );
}
