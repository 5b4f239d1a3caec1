import type { Member } from '@splitifyd/shared/contract';
import type { Stamp } from '../ledger.ts';
import { Problem } from '../problem.ts';

interface Versioned {
  version: number;
  deletedAt: number | null;
}

/**
 * The entity, if it is the one its author saw [INV9]. A tombstone is not there any more.
 * @throws Problem `not-found`, `precondition-required`, or `stale-version` with the entity as it is now
 */
export function requireVersion<E extends Versioned>(entity: E | null, ifMatch: number | undefined): E {
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

/** What every change of an entity changes besides. */
export const touched = (before: Versioned, actor: Member, { seq, at }: Stamp) => ({
  updatedBy: actor.id,
  updatedAt: at,
  version: before.version + 1,
  seq,
});
