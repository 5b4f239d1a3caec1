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
}

export const BEGINNING: DigestPosition = {
  epoch: null,
  roundBeganAt: null,
  groups: { at: 0, id: null },
  departures: { at: 0, id: null },
};

export const packPosition = ({ epoch, roundBeganAt, groups, departures }: DigestPosition): string =>
  pack([epoch, roundBeganAt, groups.at, groups.id, departures.at, departures.id]);

/** @throws Problem `invalid-request` for anything that `packPosition` did not make */
export function unpackPosition(cursor: string): DigestPosition {
  const [epoch, roundBeganAt, ...places] = unpack(cursor);
  const [groups, departures] = [timed(places[0], places[1]), timed(places[2], places[3])];
  const isValid = typeof epoch === 'string' && (roundBeganAt === null || isTime(roundBeganAt)) && places.length === 4;
  if (!isValid || !groups || !departures) throw invalidField('cursor', 'expected a cursor from an earlier answer');
  return { epoch, roundBeganAt, groups, departures };
}

const timed = (at: unknown, id: unknown): TimedPosition | null => (isTime(at) && (id === null || isId(id)) ? { at, id } : null);
