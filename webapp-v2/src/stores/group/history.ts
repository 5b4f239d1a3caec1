import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { Older } from '../../local-db/local-db.ts';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
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

export function createHistory(link: ReadonlySignal<GroupLink | null>, owner: AbortSignal): History & { show(confirmed: Confirmed): void } {
  const older = signal<Older | null>(null);
  const completeSince = signal('');
  const isComplete = computed(() => older.value?.expense === null && older.value.settlement === null);
  const hasMore = computed(() => older.value !== null && !isComplete.value);

  /** False when there is nothing more, or it cannot be had now. */
  async function loadNext(): Promise<boolean> {
    const replica = link.peek()?.replica;
    const before = replica?.confirmed();
    const kind = before ? nextKind(before.older) : null;
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
      completeSince.value = reachOf(confirmed.older);
    },
  };
}

/** Of two lists that go on, the one that reaches less far back: what is shown of both is to be without holes. */
function nextKind({ expense, settlement }: Older): EntityKind | null {
  if (expense === null) return settlement === null ? null : 'settlement';
  return settlement !== null && settlement.reached > expense.reached ? 'settlement' : 'expense';
}

/** How far the lists were read that go on, not how old the oldest row is: some arrive by pulls, and as answers to own changes. '' is before every date. */
const reachOf = ({ expense, settlement }: Older): string => [expense?.reached ?? '', settlement?.reached ?? ''].sort().at(-1) ?? '';

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
