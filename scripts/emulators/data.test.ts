import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExportFolder } from './data.ts';

let folder = '';
let clock = 1_000;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-data-'));
  clock = 1_000;
});
afterEach(() => rmSync(folder, { recursive: true }));

const exports = () => createExportFolder(join(folder, 'data'), () => clock++);
const writing = (text: string) => async (target: string) => {
  mkdirSync(target);
  writeFileSync(join(target, 'contents'), text);
};

test('the newest export is the last one saved, and it is the only one kept', async () => {
  const data = exports();
  expect(data.newest()).toBeUndefined();
  await data.save(writing('first'));
  await data.save(writing('second'));
  expect(readFileSync(join(data.newest() ?? '', 'contents'), 'utf8')).toBe('second');
  expect(readdirSync(join(folder, 'data'))).toHaveLength(1);
});

test('an export that fails half-way leaves the previous one as the newest', async () => {
  const data = exports();
  await data.save(writing('good'));
  const interrupted = data.save(async (target) => {
    mkdirSync(target);
    throw new Error('killed');
  });
  await expect(interrupted).rejects.toThrow('killed');
  expect(readFileSync(join(data.newest() ?? '', 'contents'), 'utf8')).toBe('good');
});

test('the remains of an interrupted export go with the next one that succeeds', async () => {
  const data = exports();
  const remains = join(folder, 'data', 'partial-0');
  mkdirSync(remains, { recursive: true });
  await data.save(writing('good'));
  expect(existsSync(remains)).toBe(false);
});

test('two saves at once both succeed, and the later one is kept', async () => {
  const data = exports();
  const slowly = async (target: string) => {
    mkdirSync(target);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(target, 'contents'), 'periodic');
  };
  await Promise.all([data.save(slowly), data.save(writing('final'))]);
  expect(readFileSync(join(data.newest() ?? '', 'contents'), 'utf8')).toBe('final');
});
