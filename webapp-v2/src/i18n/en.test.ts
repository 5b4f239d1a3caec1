import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';

const PAGE = join(import.meta.dirname, '..');

const source = readdirSync(PAGE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|i18n\/en\.ts$/.test(path))
  .map((path) => readFileSync(join(PAGE, path), 'utf8'))
  .join('\n');

describe('English messages', () => {
  test('every message is used by the page, by its key or by the family the key is made for', () => {
    const isUsed = (key: string) => source.includes(`'${key}'`) || source.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`);
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });

  test('no message is empty or has stray blanks', () => {
    const texts = Object.values(en).flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)));
    expect(texts.filter((text) => text.trim() === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
  });
});
