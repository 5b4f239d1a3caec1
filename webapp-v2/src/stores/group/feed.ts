import { type ReadonlySignal, signal } from '@preact/signals';
import { type ActivityEntry, LIMITS } from '@splitifyd/shared/contract';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import type { GroupLink } from './group-link.ts';

/** What happened in a group. */
export interface Feed {
  /** Newest first, without a gap. */
  activity: ReadonlySignal<ActivityEntry[]>;
  hasMoreActivity: ReadonlySignal<boolean>;
  /** Fetches older entries; resolves when that was tried. */
  loadMoreActivity(): Promise<void>;
}

/** Every `seq` has one entry, so that a gap between two entries can be seen. */
export function createFeed(link: ReadonlySignal<GroupLink | null>, owner: AbortSignal): Feed & { show(confirmed: Confirmed): void } {
  const activity = signal<ActivityEntry[]>([]);
  const hasMoreActivity = signal(false);
  let bySeq = new Map<number, ActivityEntry>();
  let epoch = '';
  let cursor: string | undefined;
  let hasEnded = false;
  let loading: Promise<void> | null = null;

  const newest = () => activity.peek()[0]?.seq ?? 0;
  const oldest = () => activity.peek().at(-1)?.seq ?? 0;

  function add(entries: readonly ActivityEntry[]): void {
    for (const entry of entries) bySeq.set(entry.seq, entry);
    activity.value = [...bySeq.values()].sort((a, b) => b.seq - a.seq);
    hasMoreActivity.value = !hasEnded && oldest() > 1;
  }

  async function fetchOlder(): Promise<void> {
    const { account, groupId } = link.peek() ?? {};
    const reaching = oldest();
    // The list begins at the newest entry: its first pages may hold nothing that is not here.
    while (account && hasMoreActivity.peek() && oldest() === reaching && !owner.aborted) {
      const asked = epoch;
      const query = { limit: LIMITS.pageSize, ...(cursor !== undefined && { cursor }) };
      const page = await account.call('listActivity', { params: { groupId: groupId ?? '' }, query }, owner);
      if (owner.aborted || epoch !== asked) return;
      cursor = page.pagination.nextCursor ?? undefined;
      hasEnded = page.pagination.nextCursor === null;
      // What is newer than the cursor of the group is for a pull to bring.
      add(page.entries.filter(({ seq }) => seq <= newest()));
    }
  }

  return {
    activity,
    hasMoreActivity,
    loadMoreActivity() {
      loading ??= fetchOlder()
        .catch(() => {})
        .finally(() => {
          loading = null;
        });
      return loading;
    },
    show(confirmed) {
      const [first] = confirmed.entries;
      const continues = confirmed.epoch === epoch && first !== undefined && first.seq <= newest() + 1;
      if (!continues) {
        bySeq = new Map();
        cursor = undefined;
        hasEnded = false;
        epoch = confirmed.epoch;
      }
      add(confirmed.entries);
    },
  };
}
