import { expect, test } from 'vitest';
import { Problem } from '../services/problem.ts';
import { type Authenticate, createAuthenticate } from './authenticate.ts';

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
  const ask = (authorization: string | undefined, route: Parameters<Authenticate>[1]) => authenticate(authorization, route, () => {});
  return { world, authenticate: ask, guarded: authenticate };
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

test('[REST26] a bad token is asked about once in ten seconds, an unreadable header never', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  for (const header of ['Bearer bad', 'Bearer bad'])
    await expect(authenticate(header, {})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(world.asked).toBe(1);
  world.time += 10_001;
  await expect(authenticate('Bearer bad', {})).rejects.toMatchObject({ code: 'unauthenticated' });
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

test('[REST26] that a sign-in was revoked is remembered for ten seconds, and keeps nobody from what is not sensitive', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  world.isRevoked = true;
  for (let nth = 0; nth < 3; nth++)
    await expect(authenticate('Bearer good', { sensitive: true })).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(world.asked).toBe(2);
  expect(await authenticate('Bearer good', {})).toMatchObject({ userId: 'mara' });
  Object.assign(world, { isRevoked: false, time: world.time + 10_001 });
  expect(await authenticate('Bearer good', { sensitive: true })).toMatchObject({ userId: 'mara' });
});

test('[REST26] where an address may ask no more, only tokens that are known to be good are let in', async () => {
  const { world, authenticate, guarded } = setUp(Number.MAX_SAFE_INTEGER);
  const refuse = () => {
    throw new Problem('rate-limited');
  };
  await expect(guarded('Bearer good', {}, refuse)).rejects.toMatchObject({ code: 'rate-limited' });
  expect(world.asked).toBe(0);
  await authenticate('Bearer good', {});
  expect(await guarded('Bearer good', {}, refuse)).toMatchObject({ userId: 'mara' });
  await expect(guarded('Bearer good', { sensitive: true }, refuse)).rejects.toMatchObject({ code: 'rate-limited' });
  expect(world.asked).toBe(1);
});

test('[REST38] a deletion goes on though its sign-in is gone', async () => {
  const { world, authenticate } = setUp(Number.MAX_SAFE_INTEGER);
  Object.assign(world, { isRevoked: true, deleted: 'mara' });
  expect(await authenticate('Bearer good', { openToDeleted: true, sensitive: true })).toMatchObject({ userId: 'mara' });
});
