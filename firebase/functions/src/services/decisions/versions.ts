import type { Revisioned } from '@splitifyd/shared/contract';
import { Problem } from '../problem.ts';

/**
 * The entity, if it is the one its author saw [INV9]. A tombstone is not there any more.
 * @throws Problem `not-found`, `precondition-required`, or `stale-version` with the entity as it is now
 */
export function requireVersion<E extends Revisioned>(entity: E | null, ifMatch: number | undefined): E {
  if (!entity || entity.deletedAt !== null) throw new Problem('not-found');
  requireSeen(entity, ifMatch, entity);
  return entity;
}

/**
 * Refuses to change what its author has not seen [INV9]; `current` is what they may see of it.
 * @throws Problem `precondition-required`, or `stale-version` with the entity as it is now
 */
export function requireSeen({ version }: { version: number }, ifMatch: number | undefined, current: object): void {
  if (ifMatch === undefined) throw new Problem('precondition-required');
  if (ifMatch !== version) throw new Problem('stale-version', { current });
}
