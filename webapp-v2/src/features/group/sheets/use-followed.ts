import { useRef } from 'preact/hooks';
import type { OpenGroup } from '../../../stores/open-group.ts';

/** Something that is looked at or edited while others may change or delete it. */
export interface Followed<Entity> {
  /** As it is now, or as it was last seen. */
  entity: Entity;
  /** Whoever deleted it since it was opened; null while it is there. */
  deletedBy: string | null;
}

/** Follows an expense or settlement for as long as a sheet is open; null where it was gone from the start. */
export function useFollowed<Entity extends { id: string; updatedBy: string }>(
  now: Entity | undefined,
  store: OpenGroup,
): Followed<Entity> | null {
  const last = useRef<Entity | undefined>(undefined);
  if (now) last.current = now;
  const { current } = last;
  if (!current) return null;
  return { entity: current, deletedBy: now ? null : deleterOf(current, store) };
}

/** From the activity; where that reaches less far back, whoever touched it last. */
function deleterOf({ id, updatedBy }: { id: string; updatedBy: string }, store: OpenGroup): string {
  const deletion = store.activity.value.find(
    ({ action, entity }) =>
      (action === 'expense.deleted' || action === 'settlement.deleted') &&
      (entity.kind === 'expense' || entity.kind === 'settlement') &&
      entity.state.id === id,
  );
  return deletion?.actorId ?? updatedBy;
}
