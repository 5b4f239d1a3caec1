import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, readPort } from './config.ts';

test('the project is named by the runtime, in any of the ways it has', () => {
  expect(readConfig({ GCLOUD_PROJECT: 'demo-a' }).projectId).toBe('demo-a');
  expect(readConfig({ GOOGLE_CLOUD_PROJECT: 'demo-b' }).projectId).toBe('demo-b');
  expect(readConfig({ FIREBASE_CONFIG: '{"projectId":"demo-c"}' }).projectId).toBe('demo-c');
});

test('without a project nothing starts', () => {
  expect(() => readConfig({})).toThrow('GCLOUD_PROJECT');
  expect(() => readConfig({ FIREBASE_CONFIG: 'firebase.json' })).toThrow('GCLOUD_PROJECT');
});

test('the port of plain Node is the one that the environment names, else 3000', () => {
  expect(readPort({})).toBe(3000);
  expect(readPort({ PORT: '0' })).toBe(0);
  expect(() => readPort({ PORT: '/run/socket' })).toThrow('PORT');
});

test('only the entries read the environment, and they hand it to the configuration', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const uses = sources.flatMap((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('process.env') && !line.includes('readConfig(') && !line.includes('readPort('))
      .map((line) => `${name}: ${line}`),
  );
  expect(uses).toEqual([]);
});
