import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createQueue } from './group-queue.ts';

test('jobs of one key never overlap and keep their order, jobs of two keys do not wait for each other', async () => {
  const inLine = createQueue();
  const steps: string[] = [];
  const job = (name: string) => async () => {
    steps.push(`${name} starts`);
    await nextTurn();
    steps.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([inLine('a', job('a1')), inLine('a', job('a2')), inLine('b', job('b1'))]);
  expect(results).toEqual(['a1', 'a2', 'b1']);
  expect(steps.filter((step) => step.startsWith('a'))).toEqual(['a1 starts', 'a1 ends', 'a2 starts', 'a2 ends']);
  expect(steps.indexOf('b1 starts')).toBeLessThan(steps.indexOf('a1 ends'));
});

test("a job that fails is its own caller's trouble only", async () => {
  const inLine = createQueue();
  const failing = inLine('a', () => Promise.reject(new Error('no')));
  const next = inLine('a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
