import type { Firestore } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { createProbe } from './epoch.ts';

test('[REST27] Firestore is asked once a second whether it answers, however many want to know, also while it fails', async () => {
  const world = { time: 0, reads: 0, isDown: false };
  const get = async () => {
    world.reads++;
    if (world.isDown) throw new Error('down');
  };
  const db = { collection: () => ({ doc: () => ({ get }) }) } as unknown as Firestore;
  const probe = createProbe(db, () => world.time);
  expect(await Promise.all([probe(), probe()])).toEqual([true, true]);
  expect(await probe()).toBe(true);
  expect(world.reads).toBe(1);
  Object.assign(world, { time: 1_000, isDown: true });
  expect([await probe(), await probe()]).toEqual([false, false]);
  expect(world.reads).toBe(2);
});
