import { expect, test } from 'vitest';
import { createAccountGate } from './account-gate.ts';

function setUp() {
  const world = { time: 1_000_000, asked: 0, deleted: false };
  const gate = createAccountGate({
    now: () => world.time,
    isDeleted: async () => {
      world.asked++;
      return world.deleted;
    },
  });
  return { world, gate };
}

test('[REST39] an account is asked about once a minute, and refused for good once it is deleted', async () => {
  const { world, gate } = setUp();
  expect(await gate.isDeleted('mara')).toBe(false);
  world.deleted = true;
  world.time += 59_000;
  expect(await gate.isDeleted('mara')).toBe(false);
  expect(world.asked).toBe(1);
  world.time += 2_000;
  expect(await gate.isDeleted('mara')).toBe(true);
  world.time += 3_600_000;
  expect(await gate.isDeleted('mara')).toBe(true);
  expect(world.asked).toBe(2);
});

test('[REST39] the instance that deletes an account refuses it at once, whatever it heard before', async () => {
  const { world, gate } = setUp();
  expect(await gate.isDeleted('mara')).toBe(false);
  gate.close('mara');
  expect(await gate.isDeleted('mara')).toBe(true);
  expect(await gate.isDeleted('jonte')).toBe(false);
  expect(world.asked).toBe(2);
});

test('[REST39] an answer that was under way while the account was deleted lets nobody in', async () => {
  const { gate } = setUp();
  const asked = gate.isDeleted('mara');
  gate.close('mara');
  expect(await asked).toBe(true);
});
