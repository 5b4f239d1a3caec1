import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEMS, type ProblemBody, type ProblemCode, pathOf, ROUTES, type Route } from '../../../packages/shared/src/contract/index.ts';
import type { Answer } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, type Household } from '../../support/household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
});
afterAll(() => backend.close());

const isProblem = ({ status, headers, body }: Answer<unknown>, code: ProblemCode): void => {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  const problem = body as ProblemBody;
  expect(problem).toMatchObject({ code, status, title: PROBLEMS[code].title });
  expect(status).toBe(PROBLEMS[code].status);
  expect(problem.requestId).toBe(headers.get('x-request-id'));
};

const expensesPath = () => `/api/v1/groups/${home.groupId}/expenses`;
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  backend.request(expensesPath(), {
    method: 'POST',
    token: home.owner.token,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body,
  });

test('every endpoint that is not for anyone asks for a sign-in first', async () => {
  for (const route of Object.values<Route>(ROUTES)) {
    if (route.access === 'anyone') continue;
    const path = `/api/v1${route.path.replaceAll(/:\w+/g, () => randomUUID())}`;
    isProblem(await backend.request(path, { method: route.method }), 'unauthenticated');
    isProblem(await backend.request(path, { method: route.method, token: 'eyJhbGciOiJub25lIn0.e30.' }), 'unauthenticated');
  }
});

test.each(['', 'Bearer', 'Bearer ', 'Basic bWFyYTp4', 'Bearer a b', `Bearer ${'x'.repeat(4000)}`])(
  'no sign-in is seen in the header "%s"',
  async (authorization) => {
    isProblem(await backend.request('/api/v1/groups', { headers: { authorization } }), 'unauthenticated');
  },
);

test('an address that is not known is not found, another method of a known one is not allowed', async () => {
  for (const path of ['/', '/api', '/api/v1', '/api/v1/nothing', '/api/v1/groups/', '/api/v2/health', '/api/v1/Groups']) {
    isProblem(await backend.request(path, { token: home.owner.token }), 'not-found');
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await backend.request('/api/v1/groups', { method, token: home.owner.token });
    isProblem(answer, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  }
});

test('an id that is no UUID names nothing', async () => {
  for (const id of ['x', '..%2f..', '__proto__', '%00', '__x__', randomUUID().toUpperCase(), 'a'.repeat(2000)]) {
    isProblem(await backend.request(`/api/v1/groups/${id}`, { token: home.owner.token }), 'not-found');
  }
});

test('a body that is not JSON in UTF-8 is refused', async () => {
  for (const body of ['{', 'null x', '{"id":}', 'undefined', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])]) {
    isProblem(await post(body), 'invalid-request');
  }
});

test('a body over 64 KiB is refused, one of exactly 64 KiB is read', async () => {
  const padded = (bytes: number) => {
    const body = { ...bill(home.ownerId, [home.ownerId]), note: '' };
    return JSON.stringify(body) + ' '.repeat(bytes - JSON.stringify(body).length);
  };
  isProblem(await post(padded(64 * 1024 + 1)), 'payload-too-large');
  expect((await post(padded(64 * 1024))).status).toBe(201);
});

test('a mutation names itself by a UUID in Idempotency-Key', async () => {
  for (const key of ['', 'x', '0', randomUUID().toUpperCase()]) {
    const answer = await post(JSON.stringify(bill(home.ownerId, [home.ownerId])), { 'idempotency-key': key });
    isProblem(answer, 'invalid-request');
    expect(answer.body).toMatchObject({ errors: [{ path: 'Idempotency-Key' }] });
  }
});

test('If-Match is a quoted version', async () => {
  const path = `${expensesPath()}/${randomUUID()}`;
  for (const version of ['1', '*', '"x"', 'W/"1"', '"-1"', `"${'9'.repeat(40)}"`]) {
    const headers = { 'idempotency-key': randomUUID(), 'if-match': version };
    const answer = await backend.request(path, { method: 'DELETE', token: home.owner.token, headers });
    isProblem(answer, 'invalid-request');
    expect(answer.body).toMatchObject({ errors: [{ path: 'If-Match' }] });
  }
});

describe('bodies', () => {
  const valid = () => bill(home.ownerId, [home.ownerId]) as unknown as Record<string, unknown>;
  const hostile: [string, (body: Record<string, unknown>) => unknown][] = [
    ['a list', () => []],
    ['null', () => null],
    ['a number', () => 7],
    ['an unknown field', (body) => ({ ...body, admin: true })],
    ['a missing field', ({ date, ...body }) => body],
    ['a float', (body) => ({ ...body, amount: 10.5 })],
    ['a huge amount', (body) => ({ ...body, amount: 1e21 })],
    ['an amount beyond the largest', (body) => ({ ...body, amount: 100_000_000_001 })],
    ['a negative amount', (body) => ({ ...body, amount: -1 })],
    ['an amount as text', (body) => ({ ...body, amount: '1000' })],
    ['an unknown currency', (body) => ({ ...body, currency: 'XXQ' })],
    ['a currency named like a property', (body) => ({ ...body, currency: '__proto__' })],
    ['a day that does not exist', (body) => ({ ...body, date: '2026-02-30' })],
    ['a lone surrogate', (body) => ({ ...body, description: '\ud800' })],
    ['a lone surrogate in the note', (body) => ({ ...body, note: 'x\udfff' })],
    ['an empty description', (body) => ({ ...body, description: ' \u00a0' })],
    ['an endless description', (body) => ({ ...body, description: 'x'.repeat(201) })],
    ['a payer named like a property', (body) => ({ ...body, payers: { constructor: 1000 } })],
    ['no payer', (body) => ({ ...body, payers: {} })],
    ['a field path as a key', (body) => ({ ...body, split: { mode: 'equal', entries: { 'a.b': 1 } } })],
    ['an unknown split mode', (body) => ({ ...body, split: { mode: 'itemised', entries: {} } })],
  ];

  test.each(hostile)('%s is refused with the fields named', async (_, spoil) => {
    const answer = await post(JSON.stringify(spoil(valid())));
    isProblem(answer, 'invalid-request');
    expect((answer.body as ProblemBody).errors?.length).toBeGreaterThan(0);
  });

  test('nesting without end is refused', async () => {
    const text = JSON.stringify({ ...valid(), note: 'deep' }).replace('"deep"', '['.repeat(30_000) + ']'.repeat(30_000));
    isProblem(await post(text), 'invalid-request');
  });

  test('a prototype sent as a key changes nothing', async () => {
    const text = JSON.stringify(valid()).replace('{', '{"__proto__":{"admin":true},');
    expect((await post(text)).status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test.each([
    [
      'names are kept as people write them',
      'Fish & chips <b>“Łódź”</b> 🍟 👩\u200d👧 می\u200cخواهم',
      'Fish & chips <b>“Łódź”</b> 🍟 👩\u200d👧 می\u200cخواهم',
    ],
    ['[TEXT1] what turns a name around is left out of it', 'Rent \u202e05.1', 'Rent 05.1'],
  ])('%s', async (_, written, description) => {
    const body = { ...bill(home.ownerId, [home.ownerId]), description: written };
    const page = await backend.call('createExpense', { as: home.owner, params: { groupId: home.groupId }, body });
    expect(page.entries[0]?.entity.state).toMatchObject({ description });
  });
});

test.each([
  'limit=0',
  'limit=101',
  'limit=x',
  'limit=1&limit=2',
  'limit=1e9',
  'cursor=',
  'cursor=x',
  'cursor=%00',
  `cursor=${'x'.repeat(401)}`,
  'unknown=1',
  '__proto__=1',
  `cursor=${btoa('["2026-01-01",1]')}`,
  `cursor=${btoa('["2026-01-01","1","x"]')}`,
  `cursor=${btoa('{"__proto__":1}')}`,
  `cursor=${btoa('[1e400,1,"x"]')}`,
])('the query ?%s is refused', async (query) => {
  isProblem(await backend.request(`${expensesPath()}?${query}`, { token: home.owner.token }), 'invalid-request');
});

test.each(['cursor=x', `cursor=${btoa('[1]')}`, `cursor=${btoa('["1","x"]')}`])('the groups query ?%s is refused', async (query) => {
  isProblem(await backend.request(`/api/v1/groups?${query}`, { token: home.owner.token }), 'invalid-request');
});

test.each(['since=-1', 'since=1.5', 'since=9007199254740992', 'since=x', 'limit=0'])('the pull ?%s is refused', async (query) => {
  isProblem(await backend.request(`/api/v1/groups/${home.groupId}/changes?${query}`, { token: home.owner.token }), 'invalid-request');
});

test('a path that cannot be decoded is refused', async () => {
  isProblem(await backend.request('/api/v1/groups/%E0%A4%A', { token: home.owner.token }), 'invalid-request');
});

test('a member addresses only what exists', async () => {
  const params = { groupId: home.groupId, expenseId: randomUUID() };
  expect(pathOf('getExpense', params)).toContain(params.expenseId);
  expect((await backend.refused('getExpense', { as: home.owner, params })).code).toBe('not-found');
  expect((await backend.refused('updateExpense', { as: home.owner, params, ifMatch: 1, body: { note: 'x' } })).code).toBe('not-found');
  expect((await backend.refused('deleteExpense', { as: home.owner, params, ifMatch: 1 })).code).toBe('not-found');
});
