import type { ActivityEntry, EntityState } from '@splitifyd/shared/contract';
import type { Alongside, StoredGroup, SubjectState } from '../ports.ts';

/** One intended change, as it came in. */
export interface Mutation {
  id: string;
  userId: string;
  requestHash: string;
  /** The version its author saw; undefined where none was named. */
  ifMatch: number | undefined;
}

/** What a decision is made upon. */
export interface LedgerState<Actor> {
  group: StoredGroup;
  actor: Actor;
  /** What the change is about besides, as it is stored. */
  found: SubjectState | null;
  /** The version the author saw. */
  ifMatch: Mutation['ifMatch'];
}

/** Place and time of the change in the group's history. */
export interface Stamp {
  seq: number;
  at: number;
}

/** What a change does to its group, and the entry that tells of it. The entry's entity is also what is stored of that entity. */
export interface Change {
  group: Partial<StoredGroup>;
  actorId: string;
  action: ActivityEntry['action'];
  /** Fields of the entity that differ now; empty for what is created or deleted as a whole. */
  fields: string[];
  entity: EntityState;
  alongside?: Alongside;
}

/** A pure function of what it is given; it refuses by throwing a Problem. Null: there is nothing to change. */
export type Decide<Actor> = (state: LedgerState<Actor>, stamp: Stamp) => Change | null;
