import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('the project is named by the runtime, in any of the ways it has', () => {
  expect(readConfig({ GCLOUD_PROJECT: 'demo-a' }).projectId).toBe('demo-a');
  expect(readConfig({ GOOGLE_CLOUD_PROJECT: 'demo-b' }).projectId).toBe('demo-b');
  expect(readConfig({ FIREBASE_CONFIG: '{"projectId":"demo-c"}' }).projectId).toBe('demo-c');
});

test('without a project nothing starts', () => {
  expect(() => readConfig({})).toThrow('GCLOUD_PROJECT');
  expect(() => readConfig({ FIREBASE_CONFIG: 'firebase.json' })).toThrow('GCLOUD_PROJECT');
});
