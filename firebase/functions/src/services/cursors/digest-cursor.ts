import type { TimedPosition } from '../ports.ts';
import { invalidField } from '../problem.ts';
import { isId, isTime, pack, unpack } from './page-cursor.ts';

/** How far a reader has been told about their groups. */
export interface DigestPosition {
  /** The database's history that the position belongs to; null: none yet. */
  epoch: string | null;
  /** When the round of answers that this position is in the middle of began (epoch ms); null between rounds. */
  roundBeganAt: number | null;
  groups: TimedPosition;
  departures: TimedPosition;
  /** The newest group that was told, as it was told; null: none. A database that does not hold it so is not the one that told it. */
  newest: ToldGroup | null;
}

/** A group's last activity (epoch ms) and head. */
export interface ToldGroup {
  at: number;
  id: string;
  seq: number;
}

export const BEGINNING: DigestPosition = {
  epoch: null,
  roundBeganAt: null,
  groups: { at: 0, id: null },
  departures: { at: 0, id: null },
  newest: null,
};

export const packPosition = ({ epoch, roundBeganAt, groups, departures, newest }: DigestPosition): string =>
  pack([epoch, roundBeganAt, groups.at, groups.id, departures.at, departures.id, ...(newest ? [newest.at, newest.id, newest.seq] : [])]);

/** @throws Problem `invalid-request` for anything that `packPosition` did not make */
export function unpackPosition(cursor: string): DigestPosition {
  const [epoch, roundBeganAt, ...places] = unpack(cursor);
  const [groups, departures, newest] = [timed(places[0], places[1]), timed(places[2], places[3]), told(places.slice(4))];
  const isValid = typeof epoch === 'string' && (roundBeganAt === null || isTime(roundBeganAt));
  if (!isValid || !groups || !departures || newest === undefined) throw invalidField('cursor', 'expected a cursor from an earlier answer');
  return { epoch, roundBeganAt, groups, departures, newest };
}

const timed = (at: unknown, id: unknown): TimedPosition | null => (isTime(at) && (id === null || isId(id)) ? { at, id } : null);

/** Undefined where the parts name no group. */
function told([at, id, seq, ...rest]: readonly unknown[]): ToldGroup | null | undefined {
  if (at === undefined) return null;
  return isTime(at) && isId(id) && isTime(seq) && rest.length === 0 ? { at, id, seq } : undefined;
}
