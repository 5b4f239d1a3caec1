import { afterEach, describe, expect, test } from 'vitest';
import { createDateFormat } from './date-format.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12, 0);
const format = createDateFormat('en-GB', () => NOW);
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('date format', () => {
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])('a calendar date is the same day in %s', (timeZone) => {
    process.env.TZ = timeZone;
    expect(createDateFormat('en-GB', () => NOW).date('2026-11-01')).toBe('Sun, 1 Nov 2026');
  });

  test('today is the day where the reader is', () => {
    process.env.TZ = 'Pacific/Kiritimati';
    expect(format.today()).toBe('2026-11-22');
    process.env.TZ = 'Pacific/Pago_Pago';
    expect(format.today()).toBe('2026-11-21');
  });

  test('months of another year carry it', () => {
    expect(format.month('2026-03-09')).toBe('March');
    expect(format.month('2025-03-09')).toBe('March 2025');
  });

  test('a moment is told by its distance, from a week on by its date', () => {
    const ago = (minutes: number) => format.relative(NOW - minutes * MINUTE_MS);
    expect([0.5, 5, 59, 60, 24 * 60, 3 * 24 * 60].map(ago)).toEqual([
      'now',
      '5 minutes ago',
      '59 minutes ago',
      '1 hour ago',
      'yesterday',
      '3 days ago',
    ]);
    expect(ago(8 * 24 * 60)).toBe('13 Nov 2026');
  });

  test('a server clock that runs ahead never puts a change into the future', () => {
    expect(format.relative(NOW + 90_000)).toBe('now');
  });
});
