import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sources } from './arrows.ts';
import { importsOf, isTestFile } from './imports.ts';

const FEATURES = 'webapp-v2/src/features/';

/** Which folder within a feature knows which; what lies beside the folders is known to all, and knows them all. */
function arrowsBetweenFolders(): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { path, text } of sources()) {
    if (!isInFolder(path) || isTestFile(path)) continue;
    const from = posix.dirname(path);
    for (const { entered } of importsOf(path, text)) {
      if (!('path' in entered) || !isInFolder(entered.path)) continue;
      const to = posix.dirname(entered.path);
      if (to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  return arrows;
}

const isInFolder = (path: string): boolean => path.startsWith(FEATURES) && path.slice(FEATURES.length).split('/').length > 2;

/** Takes folders (or files) away that know none of the others, until none is left or all that are left know each other in a ring. */
function knots(arrows: Map<string, Set<string>>): string[] {
  const left = new Map(arrows);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [folder, known] of left) if (![...known].some((other) => left.has(other))) left.delete(folder);
  }
  return [...left.keys()].sort();
}

test('no folders within a feature know each other in a ring', () => {
  const arrows = arrowsBetweenFolders();
  expect(arrows.size).toBeGreaterThan(5);
  expect(knots(arrows)).toEqual([]);
});

/** Which file knows which; its types count. */
function arrowsBetweenFiles(): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { path, text } of sources()) {
    if (isTestFile(path)) continue;
    const known = importsOf(path, text).flatMap(({ entered }) => ('path' in entered ? [entered.path] : []));
    arrows.set(path, new Set(known));
  }
  return arrows;
}

test('no files know each other in a ring', () => {
  const arrows = arrowsBetweenFiles();
  expect(arrows.size).toBeGreaterThan(100);
  expect(knots(arrows)).toEqual([]);
});

test('a ring is found, and what merely leads to one is told with it', () => {
  const ring = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['b', 'd'])],
  ]);
  expect(knots(ring)).toEqual(['a', 'b', 'c']);
  expect(knots(new Map([['a', new Set(['b'])]]))).toEqual([]);
});
