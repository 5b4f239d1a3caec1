import { expect, test } from 'vitest';
import { createHealth } from './health.ts';

const never = () => new Promise<never>(() => {});

test('a Firestore that answers is well', async () => {
  const health = createHealth({ version: 'v', probe: async () => true, sleep: never });
  expect(await health()).toEqual({ status: 'ok', version: 'v', firestore: true });
});

test('a Firestore that fails or keeps silent is told of, not waited for', async () => {
  const failing = createHealth({ version: 'v', probe: async () => false, sleep: never });
  expect(await failing()).toEqual({ status: 'degraded', version: 'v', firestore: false });
  const silent = createHealth({ version: 'v', probe: never, sleep: async (ms) => expect(ms).toBe(2000) });
  expect(await silent()).toEqual({ status: 'degraded', version: 'v', firestore: false });
});
