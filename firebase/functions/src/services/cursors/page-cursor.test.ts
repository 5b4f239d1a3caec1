import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datedCursor, groupCursor } from './page-cursor.ts';

const time = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test('a cursor reads back as the place it was made of', () => {
  fc.assert(
    fc.property(time, fc.uuid(), (at, id) => {
      const group = { lastActivityAt: at, id };
      expect(groupCursor.read(groupCursor.next([group], true).nextCursor ?? '')).toEqual(group);
      const expense = { date: '2026-03-14', createdAt: at, id };
      expect(datedCursor.read(datedCursor.next([expense], true).nextCursor ?? '')).toEqual(expense);
    }),
  );
});

test('whatever is no cursor is refused as a field of the request', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
      ),
      (text) => {
        expect(() => datedCursor.read(text)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
      },
    ),
  );
});

test('the last page names no next one', () => {
  expect(groupCursor.next([{ lastActivityAt: 1, id: 'x' }], false)).toEqual({ hasMore: false, nextCursor: null });
  expect(groupCursor.next([], true)).toEqual({ hasMore: false, nextCursor: null });
});
