import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalendarDate } from './dates.ts';

describe('isCalendarDate', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31', '2023-04-30'])('[DAT1] %s is a day that exists', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-13-01',
    '2023-01-00',
    '1899-12-31',
    '3000-01-01',
    '2023-1-1',
    '23-01-01',
    '2023-01-01T00:00',
    ' 2023-01-01',
    '2023-01-01\n',
    '',
  ])('[DAT1] %j is not a calendar date', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  test('[DAT1] agrees with the Gregorian calendar of the runtime on every day number', () => {
    const exists = (year: number, month: number, day: number): boolean =>
      new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
    const numbers = fc.tuple(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(isCalendarDate(text)).toBe(exists(year, month, day));
      }),
      { numRuns: 2000 },
    );
  });
});
