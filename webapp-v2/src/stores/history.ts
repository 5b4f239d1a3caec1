import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EntityKind } from '../local-db/ledger.ts';
import type { OlderCursors } from '../local-db/local-db.ts';
import type { Confirmed } from '../sync/confirmed.ts';
import type { GroupLink } from './group-link.ts';

/** How much of a group's ledger is at hand, and how to get more. */
export interface History {
  hasMore: ReadonlySignal<boolean>;
  /** Fetches the next older rows; resolves when that was tried. */
  loadMore(): Promise<void>;
  /** Whether the whole history is at hand. */
  isComplete: ReadonlySignal<boolean>;
  /** Rows of this calendar date and newer are all at hand; '' where all rows are. Of older ones some may be, with holes between them. */
  completeSince: ReadonlySignal<string>;
  /** Fetches all of it, for searches and explanations; resolves when that was tried. */
  loadAll(): Promise<void>;
}

const UNKNOWN: OlderCursors = { expense: '', settlement: '' };

export function createHistory(link: ReadonlySignal<GroupLink | null>, owner: AbortSignal): History & { show(confirmed: Confirmed): void } {
  const older = signal(UNKNOWN);
  const completeSince = signal('');
  const isComplete = computed(() => older.value.expense === null && older.value.settlement === null);
  const hasMore = computed(() => older.value !== UNKNOWN && !isComplete.value);

  /** False when there is nothing more, or it cannot be had now. */
  async function loadNext(): Promise<boolean> {
    const replica = link.peek()?.replica;
    const before = replica?.confirmed();
    const kind = before ? nextKind(before) : null;
    if (!replica || !before || kind === null || owner.aborted) return false;
    try {
      await replica.loadOlder(kind);
    } catch {
      // `hasMore` stays as it was: asking again is up to who scrolls or searches.
      return false;
    }
    return replica.confirmed()?.older !== before.older;
  }

  const loadMore = singleFlight(async () => void (await loadNext()));
  const loadAll = singleFlight(async () => {
    await loadMore.running();
    while (await loadNext());
  });

  return {
    hasMore,
    loadMore: () => (loadAll.running() ? Promise.resolve(loadAll.running() ?? undefined) : loadMore()),
    isComplete,
    completeSince,
    loadAll,
    show(confirmed) {
      older.value = confirmed.older;
      completeSince.value = reachOf(confirmed);
    },
  };
}

/** Of two lists that go on, the one that reaches less far back: what is shown of both is to be without holes. */
function nextKind({ older, expenses, settlements }: Confirmed): EntityKind | null {
  if (older.expense === null) return older.settlement === null ? null : 'settlement';
  if (older.settlement === null) return 'expense';
  return oldestDate(settlements.values()) > oldestDate(expenses.values()) ? 'settlement' : 'expense';
}

/** The lists that go on may have rows anywhere before their oldest one. */
function reachOf({ older, expenses, settlements }: Confirmed): string {
  const reached = [
    older.expense === null ? '' : oldestDate(expenses.values()),
    older.settlement === null ? '' : oldestDate(settlements.values()),
  ];
  return reached.sort().at(-1) ?? '';
}

/** '' where there are none, which is before every date. */
function oldestDate(rows: Iterable<{ date: string; deletedAt: number | null }>): string {
  let oldest = '';
  for (const { date, deletedAt } of rows) if (deletedAt === null && (oldest === '' || date < oldest)) oldest = date;
  return oldest;
}

/** Who asks while it runs gets the promise of the running one. */
function singleFlight(run: () => Promise<void>) {
  let running: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return Object.assign(start, { running: () => running });
}
