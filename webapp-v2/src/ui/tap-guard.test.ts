import { expect, test } from 'vitest';
import { createTapGuard } from './tap-guard.ts';

const SPOT = { x: 300, y: 800 };

test('[SHEET2] the second half of a double tap does nothing with what the first one has brought up, or uncovered', () => {
  const guard = createTapGuard();
  expect(guard.isStray({ ...SPOT, at: 1000 })).toBe(false);
  guard.changed(1020);
  expect(guard.isStray({ x: 304, y: 795, at: 1150 })).toBe(true);
  expect(guard.isStray({ ...SPOT, at: 1300 })).toBe(true);
  expect(guard.isStray({ ...SPOT, at: 1500 })).toBe(false);
});

test('[SHEET2] a tap elsewhere counts, and so does one after which nothing has changed', () => {
  const guard = createTapGuard();
  guard.isStray({ ...SPOT, at: 1000 });
  expect(guard.isStray({ ...SPOT, at: 1100 })).toBe(false);
  guard.changed(1110);
  expect(guard.isStray({ x: 100, y: 400, at: 1200 })).toBe(false);
});

test('[SHEET2] a tap counts where the reader has typed, or pressed a key, since the last one', () => {
  const guard = createTapGuard();
  guard.isStray({ ...SPOT, at: 1000 });
  guard.changed(1010);
  guard.forget();
  expect(guard.isStray({ ...SPOT, at: 1200 })).toBe(false);
});
