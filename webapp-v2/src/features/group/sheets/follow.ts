import type { EntityState, Expense, Settlement } from '@splitifyd/shared/contract';
import type { OpenGroup } from '../../../stores/group/open-group.ts';

/** Something that is looked at or edited while others may change or delete it. */
export interface Followed<Entry> {
  /** As it is now, or as it was last seen. */
  entry: Entry;
  /** Whoever deleted it; null while nothing says that it is gone. */
  deletedBy: string | null;
  /** Whether that is all there is to know. After a snapshot, which reaches only so far back, it may be there and not at hand. */
  isCertain: boolean;
}

/** Which of the two kinds of entries is meant: its state in the activity. */
export type StateOf<Entry> = (entity: EntityState) => Entry | null;

/**
 * What became of an expense or payment. `now` is its row, `last` what was seen of it last. It is deleted where the activity says so,
 * or where the whole history is at hand without it. Null where it is gone and nothing is known of it; undefined while it may be found yet.
 */
export function follow<Entry extends Expense | Settlement>(
  id: string,
  { now, last }: { now: Entry | undefined; last: Entry | undefined },
  stateOf: StateOf<Entry>,
  { activity, isComplete }: Pick<OpenGroup, 'activity' | 'isComplete'>,
): Followed<Entry> | null | undefined {
  if (now) return { entry: now, deletedBy: null, isCertain: true };
  for (const { actorId, entity } of activity.value) {
    const state = stateOf(entity);
    if (state?.id === id && state.deletedAt !== null) return { entry: last ?? state, deletedBy: actorId, isCertain: true };
  }
  const isGone = isComplete.value || (last?.deletedAt ?? null) !== null;
  if (last) return { entry: last, deletedBy: isGone ? last.updatedBy : null, isCertain: isGone };
  return isGone ? null : undefined;
}
