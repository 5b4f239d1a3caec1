import { expect, test } from 'vitest';
import { compareNewestFirst } from './ledger-order.ts';

const row = (date: string, createdAt: number, id: string) => ({ date, createdAt, id });

test('[REST12][VIEW1] rows are ordered newest date first, then newest made, then by id from the greatest', () => {
  const ordered = [
    row('2024-05-02', 1, 'a'),
    row('2024-05-01', 9, 'a'),
    row('2024-05-01', 8, 'c'),
    row('2024-05-01', 8, 'b'),
    row('2023-12-31', 9, 'z'),
  ];
  expect(ordered.toReversed().sort(compareNewestFirst)).toEqual(ordered);
  expect(compareNewestFirst(row('2024-05-01', 8, 'b'), row('2024-05-01', 8, 'b'))).toBe(0);
});
