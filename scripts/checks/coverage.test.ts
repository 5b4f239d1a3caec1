import { expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { sources } from './arrows.ts';
import { linePercent, MEASURED } from './coverage.ts';
import { importsOf, isTestFile } from './imports.ts';

const lines = (covered: number, total: number) => ({ lines: { covered, total } });

test('a package is judged by its lines, not by the mean of its files', () => {
  const summary = { '/p/shared/src/big.ts': lines(90, 90), '/p/shared/src/small.ts': lines(0, 10), '/p/other/src/a.ts': lines(0, 1000) };
  expect(linePercent(summary, '/p/shared/src')).toBe(90);
});

test('a package of which nothing was measured has no coverage', () => {
  expect(linePercent({}, '/p/shared/src')).toBe(0);
});

/** Where the shared package is entered, and what is run of the functions. */
const ENTRIES = [
  'packages/shared/src/domain/index.ts',
  'packages/shared/src/contract/index.ts',
  'packages/shared/src/contract/endpoints.ts',
  'firebase/functions/src/index.ts',
  'firebase/functions/src/plain-node.ts',
];

test('what is measured is the product: an entry leads to every file outside of the tests and their folders', () => {
  const files = new Map(sources().map(({ path, text }) => [path, text]));
  const reached = new Set(ENTRIES);
  for (const path of reached) {
    for (const { entered } of importsOf(path, files.get(path) ?? '')) if ('path' in entered) reached.add(entered.path);
  }
  const measured = [...files.keys()].filter((path) => MEASURED.some((folder) => path.startsWith(folder)) && !isTestFile(path));
  expect(measured.filter((path) => !reached.has(path))).toEqual([]);
  expect(config.test?.coverage).toMatchObject({ exclude: ['**/*.test.ts', '**/testing/**'] });
});
