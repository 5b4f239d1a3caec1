import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '..');
const ASKS_FOR_A_COLLECTION = /\.(?:collection|collectionGroup)\(|\bdb\.doc\(/;

test('paths.ts alone knows the names of collections', () => {
  const asking = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .filter((name) => ASKS_FOR_A_COLLECTION.test(readFileSync(join(SOURCES, name), 'utf8')));
  expect(asking).toEqual([join('repositories', 'paths.ts')]);
});
