import type { LocalDb } from '../../local-db/local-db.ts';
import { type Confirmed, toStored } from './confirmed.ts';

/** Stores a step of the confirmed state, and takes the changes that it holds out of the queue. */
export type Store = (acknowledged: readonly string[]) => Promise<void>;

interface StoringDeps {
  db: Pick<LocalDb, 'writeSnapshot'>;
  /** Resolves when what is on screen has been painted. */
  afterPaint(): Promise<void>;
  /** A group that is gone must not come back from what was about to be stored. */
  isGone(): boolean;
}

/** Stores the steps of one group in their order. After one that failed the next would leave a gap: then the whole state is stored. */
export function createStoring({ db, afterPaint, isGone }: StoringDeps) {
  let storing: Promise<void> = Promise.resolve();
  /** Mutation ids that the failed steps were to take out of the queue; null while the stored state is without a gap. */
  let unstored: readonly string[] | null = null;

  async function store(next: Confirmed, acknowledged: readonly string[], step: Store): Promise<void> {
    if (isGone()) return;
    const ids = [...(unstored ?? []), ...acknowledged];
    try {
      await (unstored ? db.writeSnapshot(toStored(next), ids) : step(ids));
      unstored = null;
    } catch {
      unstored = ids;
    }
  }

  return {
    /** `next` is the state after the step. */
    keep(next: Confirmed, acknowledged: readonly string[], step: Store): void {
      const painted = afterPaint();
      storing = storing.then(() => painted).then(() => store(next, acknowledged, step));
    },
  };
}
