import { Buffer } from 'node:buffer';
import { isCalendarDate } from '@splitifyd/shared/domain';
import type { DatedPosition, GroupPosition } from '../ports.ts';
import { invalidField } from '../problem.ts';

/**
 * Opaque cursors: base64url of a JSON list that names the last row of a page in a total order. Rows with equal
 * dates are therefore never skipped, and a row that is deleted meanwhile still marks its place.
 */
interface PageCursor<Position> {
  /** @throws Problem `invalid-request` for anything that `next` did not make */
  read(cursor: string): Position;
  next(page: readonly Position[], hasMore: boolean): { hasMore: boolean; nextCursor: string | null };
}

function createCursor<Position>(
  encode: (position: Position) => (string | number)[],
  decode: (parts: readonly unknown[]) => Position | null,
): PageCursor<Position> {
  return {
    read(cursor) {
      const position = decode(unpack(cursor));
      if (position === null) throw invalidField('cursor', 'expected a cursor from an earlier page');
      return position;
    },
    next(page, hasMore) {
      const last = page.at(-1);
      if (!hasMore || last === undefined) return { hasMore: false, nextCursor: null };
      return { hasMore: true, nextCursor: pack(encode(last)) };
    },
  };
}

/** A list as opaque text. */
export const pack = (parts: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The list that `pack` made into text; an empty one for any other text. */
export function unpack(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

export const isTime = (value: unknown): value is number => Number.isSafeInteger(value);
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

export const datedCursor = createCursor<DatedPosition>(
  ({ date, createdAt, id }) => [date, createdAt, id],
  ([date, createdAt, id]) =>
    typeof date === 'string' && isCalendarDate(date) && isTime(createdAt) && isId(id) ? { date, createdAt, id } : null,
);

export const groupCursor = createCursor<GroupPosition>(
  ({ lastActivityAt, id }) => [lastActivityAt, id],
  ([lastActivityAt, id]) => (isTime(lastActivityAt) && isId(id) ? { lastActivityAt, id } : null),
);

export const activityCursor = createCursor<{ seq: number }>(
  ({ seq }) => [seq],
  ([seq]) => (isTime(seq) && seq > 0 ? { seq } : null),
);
