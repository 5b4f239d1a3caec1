import { expect, test } from 'vitest';
import { linePercent } from './coverage.ts';

const lines = (covered: number, total: number) => ({ lines: { covered, total } });

test('a package is judged by its lines, not by the mean of its files', () => {
  const summary = { '/p/shared/src/big.ts': lines(90, 90), '/p/shared/src/small.ts': lines(0, 10), '/p/other/src/a.ts': lines(0, 1000) };
  expect(linePercent(summary, '/p/shared/src')).toBe(90);
});

test('a package of which nothing was measured has no coverage', () => {
  expect(linePercent({}, '/p/shared/src')).toBe(0);
});
