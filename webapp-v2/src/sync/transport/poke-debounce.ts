import type { Priority } from '@splitifyd/shared/contract';
import type { Clock } from '../../platform/clock.ts';

/** How long an announced change of a group that nobody has open may wait, in ms, so that others can go along with it. */
const PATIENCE_MS: Record<Priority, number> = { high: 0, medium: 500, low: 5000 };

interface PokeDebounceDeps {
  clock: Clock;
  poke(groupId: string, seq: number): void;
  signal: AbortSignal;
}

interface Waiting {
  seq: number;
  /** Epoch ms. */
  dueAt: number;
}

/** Pokes with the newest of a group's announcements when the most urgent one is due. */
export function createPokeDebounce({ clock, poke, signal }: PokeDebounceDeps): (groupId: string, seq: number, priority: Priority) => void {
  const waiting = new Map<string, Waiting>();

  async function wait(groupId: string, dueAt: number): Promise<void> {
    await clock.sleep(dueAt - clock.now(), signal);
    const held = waiting.get(groupId);
    // A more urgent one was faster.
    if (signal.aborted || held?.dueAt !== dueAt) return;
    waiting.delete(groupId);
    poke(groupId, held.seq);
  }

  return (groupId, announced, priority) => {
    const dueAt = clock.now() + PATIENCE_MS[priority];
    const held = waiting.get(groupId);
    const seq = Math.max(announced, held?.seq ?? 0);
    if (priority === 'high') {
      waiting.delete(groupId);
      poke(groupId, seq);
    } else if (held && held.dueAt <= dueAt) {
      held.seq = seq;
    } else {
      waiting.set(groupId, { seq, dueAt });
      void wait(groupId, dueAt);
    }
  };
}
