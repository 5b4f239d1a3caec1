import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Backend, startWatchedBackend } from '../../support/backend.ts';
import { bill, foundHousehold, type Household } from '../../support/household.ts';

// The same requests as on plain Node, through hosting and the functions emulator, where the body is read before the app sees it.

const { apiUrl } = inject('emulators');
let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startWatchedBackend();
  home = await foundHousehold(backend);
});
afterAll(() => backend.close());

const post = (body: string, more: Record<string, string> = {}) =>
  fetch(`${apiUrl}/groups/${home.groupId}/expenses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${home.owner.token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...more },
    body,
  });

test('health answers without a sign-in', async () => {
  const response = await fetch(`${apiUrl}/health`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(await response.json()).toMatchObject({ status: 'ok', firestore: true });
});

test('an expense is added and read back', async () => {
  const body = bill(home.ownerId, [home.ownerId]);
  expect((await post(JSON.stringify(body))).status).toBe(201);
  const response = await fetch(`${apiUrl}/groups/${home.groupId}/expenses/${body.id}`, {
    headers: { authorization: `Bearer ${home.owner.token}` },
  });
  expect(await response.json()).toMatchObject({ id: body.id, amount: 1000 });
});

test('a body over 64 KiB is refused', async () => {
  const response = await post(JSON.stringify({ ...bill(home.ownerId, [home.ownerId]), note: 'x'.repeat(64 * 1024) }));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'payload-too-large' });
});

test('a form that is not expected is refused with the fields named', async () => {
  const response = await post(JSON.stringify({ ...bill(home.ownerId, [home.ownerId]), amount: 0.1 }));
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ path: 'amount' }] });
});

test('[REST29] a body that is no JSON is refused by the runtime, with its own answer', async () => {
  const response = await post('{');
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).not.toContain('json');
});

test.for([
  ['in an unknown compression', { 'content-encoding': 'x-none' }, 415],
  ['in an unknown character set', { 'content-type': 'application/json; charset=x-none' }, 415],
  ['that is compressed by its header alone', { 'content-encoding': 'gzip' }, 400],
] as const)('[REST29] a body %s is refused by the runtime, too', async ([, headers, status]) => {
  const response = await post('{}', headers);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).not.toContain('json');
});

test('[REST29] under another media type the body comes to us, and our answer is a problem', async () => {
  const headers = { authorization: `Bearer ${home.owner.token}`, 'content-type': 'text/plain', 'idempotency-key': randomUUID() };
  const response = await fetch(`${apiUrl}/groups/${home.groupId}/expenses`, { method: 'POST', headers, body: '{' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'invalid-request' });
});
