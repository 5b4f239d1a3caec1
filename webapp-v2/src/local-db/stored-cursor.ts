interface Position {
  cursor: number;
  epoch: string;
}

/** Whether the stored state is of the same epoch and at least as far: another tab was faster. */
export const isFurther = (stored: Position, other: Position): boolean => stored.epoch === other.epoch && stored.cursor > other.cursor;

/** Whether a step from `since` to `next` can be laid on the stored state without a gap and without going back. */
export const continues = (stored: Position, since: number, next: Position): boolean =>
  stored.epoch === next.epoch && since <= stored.cursor && stored.cursor < next.cursor;

/** Entries kept of a group: enough for the feed's first pages. One `seq` is one entry, so the limit is a distance. */
export const ENTRIES_KEPT = 200;

/** The newest `seq` that need not be kept at `cursor`. */
export const forgettable = (cursor: number): number => cursor - ENTRIES_KEPT;
