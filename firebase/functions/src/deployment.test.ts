import { readFileSync } from 'node:fs';
import { declaredParams } from 'firebase-functions/params';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { region } from './deployment.ts';

const at = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const written = Object.fromEntries([...at('../.env').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
const declared = declaredParams.map((param) => [
  param.name,
  'options' in param && 'default' in param.options ? String(param.options.default) : '',
]);

test('every parameter stands in .env with its default, and nothing else does', () => {
  expect(written).toEqual(Object.fromEntries(declared));
});

test('hosting and Firestore name the region that the functions are in by default', () => {
  const { firestore, hosting } = JSON.parse(at('../../../firebase.json'));
  const named = [firestore.location, ...hosting.rewrites.flatMap((rule: { function?: { region: string } }) => rule.function?.region ?? [])];
  expect(new Set(named)).toEqual(new Set([written.SPLITIFYD_REGION]));
  expect(region.name).toBe('SPLITIFYD_REGION');
});

test('the API reads its limits from the parameters', () => {
  const config = readConfig({ ...written, GCLOUD_PROJECT: 'demo-a', READS_PER_MINUTE: '120' });
  expect(config).toMatchObject({ proxyHops: 2, rateLimits: { readsPerMinute: 120, mutationsPerMinute: 1200, strangersPerMinute: 600 } });
  expect(() => readConfig({ GCLOUD_PROJECT: 'demo-a', READS_PER_MINUTE: 'many' })).toThrow('READS_PER_MINUTE');
});
