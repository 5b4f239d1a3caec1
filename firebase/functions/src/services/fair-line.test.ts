import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLine } from './fair-line.ts';

const RULES = { atOnce: 1, waiting: 4, waitingOfOne: 3, longestWaitMs: 1_000 };

function setUp(rules = RULES) {
  const world = { time: 0 };
  const line = createLine(rules, () => world.time);
  const steps: string[] = [];
  const jobOf = (account: string, name: string, takesMs = 0) =>
    line.run(account, async () => {
      steps.push(`${name} starts`);
      await nextTurn();
      world.time += takesMs;
      steps.push(`${name} ends`);
      return name;
    });
  const started = () => steps.filter((step) => step.endsWith('starts')).map((step) => step.split(' ')[0]);
  return { line, jobOf, steps, started };
}

test('jobs never overlap beyond what is allowed, and keep the order of one account', async () => {
  const { jobOf, steps } = setUp();
  expect(await Promise.all([jobOf('mara', 'm1'), jobOf('mara', 'm2')])).toEqual(['m1', 'm2']);
  expect(steps).toEqual(['m1 starts', 'm1 ends', 'm2 starts', 'm2 ends']);
  const two = setUp({ ...RULES, atOnce: 2 });
  await Promise.all([two.jobOf('mara', 'm1'), two.jobOf('mara', 'm2'), two.jobOf('mara', 'm3')]);
  expect(two.steps.slice(0, 3)).toEqual(['m1 starts', 'm2 starts', 'm1 ends']);
});

test('[REST22] accounts take turns: a burst of one account does not make the others wait for all of it', async () => {
  const { jobOf, started } = setUp();
  await Promise.all([jobOf('mara', 'm1'), jobOf('mara', 'm2'), jobOf('mara', 'm3'), jobOf('jonte', 'j1'), jobOf('jonte', 'j2')]);
  expect(started()).toEqual(['m1', 'm2', 'j1', 'm3', 'j2']);
});

test('[REST22] one account cannot fill the line, and all together cannot make it longer than it may be', async () => {
  const { jobOf, started } = setUp();
  const mara = ['m1', 'm2', 'm3', 'm4'].map((name) => jobOf('mara', name));
  await expect(jobOf('mara', 'm5')).rejects.toMatchObject({ code: 'busy' });
  const jonte = jobOf('jonte', 'j1');
  await expect(jobOf('tove', 't1')).rejects.toMatchObject({ code: 'busy' });
  await Promise.all([...mara, jonte]);
  expect(started()).toEqual(['m1', 'm2', 'j1', 'm3', 'm4']);
  expect(await jobOf('mara', 'm5')).toBe('m5');
});

test('[REST22] whose turn comes too late is refused, and whoever comes then has theirs', async () => {
  const { jobOf } = setUp();
  const slow = jobOf('mara', 'm1', 1_001);
  await expect(jobOf('jonte', 'j1')).rejects.toMatchObject({ code: 'busy' });
  expect(await slow).toBe('m1');
  expect(await jobOf('jonte', 'j2')).toBe('j2');
});

test("a job that fails is its own caller's trouble only", async () => {
  const { line } = setUp();
  const failing = line.run('mara', () => Promise.reject(new Error('no')));
  const next = line.run('mara', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
  expect(line.isTaken()).toBe(false);
});
