import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenBuckets } from './token-buckets.ts';

function clocked(perMinute: number) {
  let time = 1_000_000;
  const { take, wait } = createTokenBuckets(perMinute, () => time);
  const pass = (ms: number) => {
    time += ms;
  };
  return { take, wait, pass };
}

const grants = (take: (key: string) => number, key: string, times: number) =>
  Array.from({ length: times }, () => take(key)).filter((wait) => wait === 0).length;

test('[REST17] a minute’s worth is granted at once, then one for every interval', () => {
  const { take, pass } = clocked(120);
  expect(grants(take, 'mara', 200)).toBe(120);
  pass(500);
  expect(grants(take, 'mara', 5)).toBe(1);
  pass(60_000);
  expect(grants(take, 'mara', 200)).toBe(120);
});

test('[REST17] the wait that is told is the one after which there is a token', () => {
  const { take, pass } = clocked(60);
  grants(take, 'mara', 60);
  const wait = take('mara');
  expect(wait).toBe(1000);
  pass(wait - 1);
  expect(take('mara')).toBeGreaterThan(0);
  pass(1);
  expect(take('mara')).toBe(0);
});

test('[REST17] asking for the wait takes nothing', () => {
  const { take, wait } = clocked(2);
  for (let nth = 0; nth < 5; nth++) expect(wait('mara')).toBe(0);
  grants(take, 'mara', 2);
  expect(wait('mara')).toBe(30_000);
});

test('[REST17] one key’s haste costs no other key anything', () => {
  const { take } = clocked(10);
  grants(take, 'mara', 50);
  expect(grants(take, 'jonte', 10)).toBe(10);
});

test('[REST17] whatever the schedule, no more is granted than a minute’s worth and what the time gave', () => {
  const schedule = fc.array(fc.nat({ max: 5_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(schedule, fc.integer({ min: 1, max: 50 }), (pauses, perMinute) => {
      const { take, pass } = clocked(perMinute);
      let granted = 0;
      for (const pause of pauses) {
        pass(pause);
        if (take('mara') === 0) granted++;
      }
      const elapsed = pauses.reduce((sum, pause) => sum + pause, 0);
      expect(granted).toBeLessThanOrEqual(perMinute + (elapsed * perMinute) / 60_000 + 1e-6);
    }),
  );
});
