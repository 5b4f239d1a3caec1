import type { Auth } from 'firebase-admin/auth';
import { expect, test } from 'vitest';
import { createTokenVerifier } from './id-tokens.ts';

const verifierOf = (verifyIdToken: (token: string) => Promise<unknown>) => createTokenVerifier({ verifyIdToken } as Auth);
const failing = (code: string) => verifierOf(() => Promise.reject(Object.assign(new Error(code), { code })));

test('a verified token names its account and its end', async () => {
  const verify = verifierOf(async () => ({ uid: 'mara', exp: 1_800_000_000 }));
  expect(await verify('t', false)).toEqual({ userId: 'mara', name: null, expiresAt: 1_800_000_000_000 });
});

test.each([
  [' Mara ', 'Mara'],
  ['', null],
  ['x'.repeat(200), null],
  ['a\u0000b', 'a b'],
  ['a\ud800', null],
  [7, null],
])('the name %j that a sign-in gives is taken as %j', async (name, taken) => {
  expect(await verifierOf(async () => ({ uid: 'mara', exp: 1, name }))('t', false)).toMatchObject({ name: taken });
});

test.each(['', '.', '..', 'a/b', '__x__', 'x'.repeat(129)])(
  'an account called "%s" could not have a document, so it is nobody',
  async (uid) => {
    expect(await verifierOf(async () => ({ uid, exp: 1 }))('t', false)).toBeNull();
  },
);

test.each(['auth/id-token-expired', 'auth/argument-error', 'auth/user-disabled'])("%s is the token's fault", async (code) => {
  expect(await failing(code)('t', false)).toBeNull();
});

test('keys that cannot be fetched are our fault', async () => {
  await expect(failing('auth/internal-error')('t', false)).rejects.toThrow('auth/internal-error');
});

test('whether a token was revoked is asked where it matters, and not otherwise', async () => {
  const asked: unknown[] = [];
  const verify = createTokenVerifier({
    verifyIdToken: async (_token: string, checkRevoked: unknown) => {
      asked.push(checkRevoked);
      return { uid: 'mara', exp: 1 };
    },
  } as unknown as Auth);
  await verify('t', false);
  await verify('t', true);
  expect(asked).toEqual([false, true]);
});
