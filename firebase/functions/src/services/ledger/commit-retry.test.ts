import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { retryCommit } from './commit-retry.ts';

function surroundings(random: number) {
  const slept: number[] = [];
  return {
    slept,
    now: () => 0,
    random: () => random,
    sleep: async (ms: number) => {
      slept.push(ms);
    },
  };
}

test('[REST11] [INV14] the waits stay under a ceiling that doubles up to 640 ms, and the eighth loss is the last', async () => {
  const world = surroundings(0.999999);
  let attempts = 0;
  const outcome = retryCommit(world, async () => {
    attempts++;
    return null;
  });
  await expect(outcome).rejects.toMatchObject({ code: 'busy' });
  expect(attempts).toBe(8);
  expect(world.slept.map(Math.round)).toEqual([20, 40, 80, 160, 320, 640, 640]);
});

test('[INV14] full jitter may also not wait at all', async () => {
  const world = surroundings(0);
  let attempts = 0;
  const outcome = await retryCommit(world, async () => (++attempts === 3 ? 'done' : null));
  expect(outcome).toBe('done');
  expect(world.slept).toEqual([0, 0]);
});

test('a refusal is not tried again', async () => {
  const world = surroundings(0.5);
  await expect(retryCommit(world, () => Promise.reject(new Problem('forbidden')))).rejects.toMatchObject({ code: 'forbidden' });
  expect(world.slept).toEqual([]);
});
