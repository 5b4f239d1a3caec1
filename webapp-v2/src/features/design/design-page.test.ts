import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const KIT = join(import.meta.dirname, '../../ui');

/** Parts of other components, which show with them or are only heard. */
const PARTS = ['input.tsx', 'pause.tsx'];

test('every component of the kit is on the design page', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n');
  const kit = readdirSync(KIT).filter((name) => name.endsWith('.tsx') && !PARTS.includes(name));
  expect(kit.filter((name) => !sources.includes(`'../../ui/${name}'`))).toEqual([]);
});
