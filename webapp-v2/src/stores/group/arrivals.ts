import { type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityEntry } from '@splitifyd/shared/contract';
import { isLedgerRow } from '../../local-db/ledger.ts';

/** How long a change by somebody else stays marked, in ms. */
const SHOWN_MS = 6000;

interface Arrivals {
  /** Id of the expense or settlement → memberId of whoever else changed it in the last seconds. */
  marked: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What others did, of the last page of changes that held any of it; in its order. Empty, and another list, after `begin`. */
  news: ReadonlySignal<readonly ActivityEntry[]>;
  /** What is shown from now on is what was there before the visit: nothing of it is news. */
  begin(): void;
  /** Marks what others did after `since` (a `seq`), in its order; what the reader did themselves takes the mark off. */
  arrive(entries: readonly ActivityEntry[], since: number, myMemberId: string): void;
  /** The reader has changed the row: what is shown is their own. */
  overwrite(id: string): void;
}

export function createArrivals(sleep: (ms: number, signal: AbortSignal) => Promise<void>, owner: AbortSignal): Arrivals {
  const marked = signal<ReadonlyMap<string, string>>(new Map());
  const news = signal<readonly ActivityEntry[]>([]);
  /** How many marks of a row have not run out: a newer one must not end with an older one. */
  const running = new Map<string, number>();

  async function fade(ids: readonly string[]): Promise<void> {
    for (const id of ids) running.set(id, (running.get(id) ?? 0) + 1);
    await sleep(SHOWN_MS, owner);
    if (owner.aborted) return;
    for (const id of ids) running.set(id, (running.get(id) ?? 1) - 1);
    marked.value = new Map([...marked.value].filter(([id]) => (running.get(id) ?? 0) > 0));
  }

  return {
    marked,
    news,
    begin() {
      news.value = [];
    },
    arrive(entries, since, myMemberId) {
      const others = entries.filter(({ seq, actorId }) => seq > since && actorId !== myMemberId);
      if (others.length > 0) news.value = others;
      const fresh = new Map<string, string>();
      const own = new Set<string>();
      for (const { seq, actorId, entity } of entries) {
        if (seq <= since || !isLedgerRow(entity)) continue;
        const { id, deletedAt } = entity.state;
        if (actorId === myMemberId) {
          fresh.delete(id);
          own.add(id);
        } else if (deletedAt === null) fresh.set(id, actorId);
      }
      if (fresh.size === 0 && own.size === 0) return;
      marked.value = new Map([...[...marked.value].filter(([id]) => !own.has(id)), ...fresh]);
      if (fresh.size > 0) void fade([...fresh.keys()]);
    },
    overwrite(id) {
      if (marked.value.has(id)) marked.value = new Map([...marked.value].filter(([other]) => other !== id));
    },
  };
}
