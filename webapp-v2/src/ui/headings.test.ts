import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = join(import.meta.dirname, '..');

test('every page sets a heading that is seen in the type of headings', () => {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const headings = files.flatMap((name) => readFileSync(join(PAGE, name), 'utf8').match(/<h1\b[^>]*>/g) ?? []);
  expect(headings.length).toBeGreaterThan(3);
  expect(headings.filter((heading) => !/^<h1 class="(visually-hidden|heading heading-(title|display))">$/.test(heading))).toEqual([]);
});
