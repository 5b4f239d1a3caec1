import { expect, test } from 'vitest';
import { createAuthenticate } from './authenticate.ts';

function setUp(expiresAt: number) {
  const world = { time: 1_000_000, asked: 0, expiresAt, deleted: '', isRevoked: false };
  const authenticate = createAuthenticate({
    now: () => world.time,
    gate: { isDeleted: async (userId) => world.deleted === userId },
    verifyToken: async (token, isUnrevoked) => {
      world.asked++;
      if (isUnrevoked && world.isRevoked) return null;
      return token === 'good' && world.time < world.expiresAt ? { userId: 'mara', name: 'Mara', expiresAt: world.expiresAt } : null;
    },
  });
  return { world, authenticate };
}

test('a good token is checked once a minute', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  expect(await authenticate('Bearer good', {})).toEqual({ userId: 'mara', name: 'Mara' });
  world.time += 59_000;
  expect(await authenticate('Bearer good', {})).toEqual({ userId: 'mara', name: 'Mara' });
  expect(world.asked).toBe(1);
  world.time += 2_000;
  expect(await authenticate('bearer good', {})).toEqual({ userId: 'mara', name: 'Mara' });
  expect(world.asked).toBe(2);
});

test('a token is never trusted past its own end', async () => {
  const { world, authenticate } = setUp(1_010_000);
  await authenticate('Bearer good', {});
  world.time += 10_001;
  await expect(authenticate('Bearer good', {})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('a bad token is asked about every time, an unreadable header never', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  for (const header of ['Bearer bad', 'Bearer bad'])
    await expect(authenticate(header, {})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(world.asked).toBe(2);
  for (const header of [undefined, '', 'Bearer', 'Basic good', 'Bearer go od']) {
    await expect(authenticate(header, {})).rejects.toMatchObject({ code: 'unauthenticated' });
  }
  expect(world.asked).toBe(2);
});

test('[REST39] a deleted account is refused, though its token is good, except where its deletion may go on', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  await authenticate('Bearer good', {});
  world.deleted = 'mara';
  await expect(authenticate('Bearer good', {})).rejects.toMatchObject({ code: 'account-deleted' });
  expect(await authenticate('Bearer good', { openToDeleted: true })).toMatchObject({ userId: 'mara' });
});

test('[REST39] a sign-in that was revoked does nothing that is sensitive, and is asked about once a minute', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  await authenticate('Bearer good', {});
  await authenticate('Bearer good', { sensitive: true });
  await authenticate('Bearer good', { sensitive: true });
  await authenticate('Bearer good', {});
  expect(world.asked).toBe(2);
  world.isRevoked = true;
  world.time += 61_000;
  await authenticate('Bearer good', {});
  await expect(authenticate('Bearer good', { sensitive: true })).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('[REST38] a deletion goes on though its sign-in is gone', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  Object.assign(world, { isRevoked: true, deleted: 'mara' });
  expect(await authenticate('Bearer good', { openToDeleted: true, sensitive: true })).toMatchObject({ userId: 'mara' });
});
