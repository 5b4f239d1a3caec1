import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manifestJar } from './manifest-jar.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifest-jar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('no manifest line is longer than 72 bytes, and joining continuations gives the class path back', () => {
  const classPath = `file:/opt/${'long/'.repeat(60)}emulator.jar`;
  const text = manifestJar('com.example.Main', classPath).toString('latin1');
  const manifest = text.slice(text.indexOf('Manifest-Version'), text.indexOf('\r\n\r\n'));
  for (const line of manifest.split('\r\n')) expect(line.length + 2).toBeLessThanOrEqual(72);
  expect(manifest.replaceAll('\r\n ', '')).toContain(`Class-Path: ${classPath}`);
});

test('java reads the jar and looks for the named main class', () => {
  const jar = join(folder, 'run.jar');
  writeFileSync(jar, manifestJar('com.example.not.There', 'file:/nowhere/at-all.jar'));
  const run = spawnSync('java', ['-jar', jar], { encoding: 'utf8' });
  expect(run.stderr).toContain('com.example.not.There');
});
