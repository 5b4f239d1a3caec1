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

test('[SHEET2] a second press of Enter does nothing with what the first one has brought up, or gave the focus back to; a held one presses once', () => {
  const guard = createTapGuard();
  const press = (at: number, isRepeat = false) => guard.isStrayPress({ at, isRepeat });
  expect(press(1000)).toBe(false);
  guard.changed(1600);
  expect([press(1700), press(1999), press(2400, true)]).toEqual([true, true, true]);
  expect(press(2010)).toBe(false);
});

test('[SHEET2] a press counts after another key or a tap, and so does one after which nothing has changed', () => {
  const guard = createTapGuard();
  const press = (at: number) => guard.isStrayPress({ at, isRepeat: false });
  expect([press(1000), press(1100)]).toEqual([false, false]);
  guard.changed(1110);
  guard.forget();
  expect(press(1200)).toBe(false);
  guard.isStray({ ...SPOT, at: 1300 });
  guard.changed(1310);
  expect(press(1400)).toBe(false);
});
