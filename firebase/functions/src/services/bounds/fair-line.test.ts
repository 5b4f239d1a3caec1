import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLine } from './fair-line.ts';

const RULES = { atOnce: 1, waiting: 4, waitingOfOne: 3, longestWaitMs: 1_000 };

function setUp(rules = RULES) {
  const world = { time: 0 };
  const alarms: { at: number; ring: () => void; signal?: AbortSignal | undefined }[] = [];
  const sleep = (ms: number, signal?: AbortSignal) => new Promise<void>((ring) => alarms.push({ at: world.time + ms, ring, signal }));
  const line = createLine(rules, { now: () => world.time, sleep });
  const pending = () => alarms.filter(({ signal }) => !signal?.aborted);
  const passUntil = (time: number) => {
    world.time = time;
    for (const { at, ring } of pending()) if (at <= time) ring();
  };
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
  return { line, jobOf, steps, started, passUntil, pending };
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
  const others = ['jonte', 'tove', 'ylva'].map((name) => jobOf(name, name));
  const [, , third, fourth] = mara;
  for (const late of [third, fourth]) await expect(late).rejects.toMatchObject({ code: 'busy' });
  await expect(jobOf('bo', 'bo')).rejects.toMatchObject({ code: 'busy' });
  await Promise.all([...mara.slice(0, 2), ...others]);
  expect(started()).toEqual(['m1', 'm2', 'jonte', 'tove', 'ylva']);
  expect(await jobOf('mara', 'm5')).toBe('m5');
});

test('[REST22] accounts that fill the line together keep nobody else out: whoever has most there loses the last of it', async () => {
  const { jobOf, started } = setUp();
  const first = jobOf('mara', 'm1');
  const flood = [jobOf('mara', 'm2'), jobOf('mara', 'm3'), jobOf('jonte', 'j1'), jobOf('jonte', 'j2')];
  const outcomes = Promise.allSettled(flood);
  const honest = jobOf('tove', 't1');
  // Neither gains anything by pushing out another with as few places as its own would be then.
  await expect(jobOf('mara', 'm4')).rejects.toMatchObject({ code: 'busy' });
  expect(await honest).toBe('t1');
  await first;
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(started()).toEqual(['m1', 'm2', 'j1', 't1', 'j2']);
});

test('[REST22] nobody waits longer than may be, though no job ends meanwhile', async () => {
  const { line, jobOf, passUntil, pending, started } = setUp();
  let finish = () => {};
  const endless = line.run('mara', () => new Promise<void>((resolve) => (finish = resolve)));
  const waiting = jobOf('jonte', 'j1');
  passUntil(1_000);
  const later = jobOf('jonte', 'j2');
  passUntil(1_001);
  await expect(waiting).rejects.toMatchObject({ code: 'busy' });
  finish();
  await endless;
  expect(await later).toBe('j2');
  expect(started()).toEqual(['j2']);
  expect(pending()).toEqual([]);
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
