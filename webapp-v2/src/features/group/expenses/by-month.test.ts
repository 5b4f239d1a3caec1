import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExpenseRow } from '../../../stores/group/open-group.ts';
import { entityOf } from '../ledger/lines.ts';
import { byMonth } from './by-month.ts';

const row = (date: string) => ({ pending: false, expense: { date } }) as ExpenseRow;

test('every line is under its month, in the order in which they came', () => {
  const date = fc.tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
  fc.assert(
    fc.property(fc.array(date), (dates) => {
      const rows = dates
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
        .sort()
        .reverse()
        .map(row);
      const months = byMonth(rows);
      expect(months.flatMap(({ lines }) => lines)).toEqual(rows);
      expect(new Set(months.map(({ key }) => key)).size).toBe(months.length);
      for (const { key, lines } of months) for (const line of lines) expect(entityOf(line).date.startsWith(key)).toBe(true);
    }),
  );
});
