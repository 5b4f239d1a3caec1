import { useSignal } from '@preact/signals';

/** As many rows are drawn at first, and with every step towards older ones: what nobody scrolls to costs nothing. */
const STEP = 60;

/** Rows that are not here yet. */
export interface OlderRows {
  hasMore: boolean;
  load(): Promise<void>;
}

interface Drawn {
  /** So many of the rows at hand are drawn. */
  count: number;
  /** Whether there are others to draw, here or elsewhere. */
  hasMore: boolean;
  more(): Promise<void>;
}

/** How much of a long list is drawn: more of it as its reader comes near the end. */
export function useDrawn(length: number, older: OlderRows | null = null): Drawn {
  const limit = useSignal(STEP);
  return {
    count: Math.min(length, limit.value),
    hasMore: length > limit.value || older?.hasMore === true,
    async more() {
      if (length <= limit.peek() && older?.hasMore) await older.load();
      limit.value += STEP;
    },
  };
}
