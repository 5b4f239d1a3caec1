import { type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityEntry } from '@splitifyd/shared/contract';

/** How long a change by somebody else stays marked, in ms. */
const SHOWN_MS = 6000;

export interface Arrivals {
  /** expenseId → memberId of whoever else changed it in the last seconds. */
  marked: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Marks what others did among the entries. */
  arrive(entries: readonly ActivityEntry[], myMemberId: string): void;
}

export function createArrivals(sleep: (ms: number, signal: AbortSignal) => Promise<void>, owner: AbortSignal): Arrivals {
  const marked = signal<ReadonlyMap<string, string>>(new Map());
  /** How many marks of an expense have not run out: a newer one must not end with an older one. */
  const running = new Map<string, number>();

  async function mark(expenseId: string): Promise<void> {
    running.set(expenseId, (running.get(expenseId) ?? 0) + 1);
    await sleep(SHOWN_MS, owner);
    const left = (running.get(expenseId) ?? 1) - 1;
    running.set(expenseId, left);
    if (left > 0 || owner.aborted) return;
    running.delete(expenseId);
    marked.value = new Map([...marked.value].filter(([id]) => id !== expenseId));
  }

  return {
    marked,
    arrive(entries, myMemberId) {
      const fresh = entries.flatMap(({ actorId, entity }): [string, string][] =>
        entity.kind === 'expense' && entity.state.deletedAt === null && actorId !== myMemberId ? [[entity.state.id, actorId]] : [],
      );
      if (fresh.length === 0) return;
      marked.value = new Map([...marked.value, ...fresh]);
      for (const [expenseId] of fresh) void mark(expenseId);
    },
  };
}
