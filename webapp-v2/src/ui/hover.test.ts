import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '..');
const HOVERING = /@media \(hover: hover\) \{[\s\S]*?\n\}/g;

test('[LAY2] what lies under a pointer is marked only where pointers hover', () => {
  const sheets = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const styles = (name: string) => readFileSync(join(SOURCES, name), 'utf8');
  expect(sheets.some((name) => styles(name).includes(':hover'))).toBe(true);
  expect(sheets.filter((name) => styles(name).replaceAll(HOVERING, '').includes(':hover'))).toEqual([]);
});
