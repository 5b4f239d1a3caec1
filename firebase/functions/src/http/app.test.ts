import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type ActivityPage, ROUTES } from '@splitifyd/shared/contract';
import type { Express } from 'express';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../observability/log.ts';
import { Problem } from '../services/problem.ts';
import { createApp } from './app.ts';
import type { Handlers } from './handler.ts';
import { createRateLimit } from './rate-limit.ts';

const unexpected = () => Promise.reject(new Error('secret detail'));
const HANDLERS: Handlers = {
  ...(Object.fromEntries(Object.keys(ROUTES).map((name) => [name, unexpected])) as unknown as Handlers),
  getMe: () => Promise.reject(new Error('5 NOT_FOUND: no document at users/uid-of-mara/mutations/m, for mara@example.org')),
  listActivity: async () => ({ entries: Array(10), nested: { others: Array(90) } }) as unknown as ActivityPage,
  listChanges: () => Promise.reject(new Problem('busy')),
  getHealth: async () => ({ status: 'ok', version: 'v', firestore: true }),
  previewInvite: async ({ body }) => ({ groupName: body.token, role: 'member', joinedGroupId: null, placeholders: [], claims: null }),
};

function setUp({ proxyHops = 0, readsPerMinute = 3 } = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog((line) => lines.push(JSON.parse(line)));
  let time = 0;
  const rateLimit = createRateLimit({ readsPerMinute, mutationsPerMinute: 3, strangersPerMinute: 3 }, () => 0);
  const app = createApp({
    handlers: HANDLERS,
    authenticate: async () => ({ userId: 'mara', name: null }),
    rateLimit,
    proxyHops,
    log,
    now: () => (time += 5),
    newId: () => 'request-1',
  });
  return { app, lines };
}

let server: Server | undefined;
afterEach(() => server?.close());

async function ask(app: Express | ((...args: Parameters<Express>) => void), path: string, init?: RequestInit) {
  server = createServer(app as Express);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, init);
  const body = await response.json();
  server.close();
  return { status: response.status, headers: response.headers, body };
}

const loggedRequest = async (lines: Record<string, unknown>[]) => {
  await expect.poll(() => lines.some((line) => line.message === 'http.request')).toBe(true);
  return lines.find((line) => line.message === 'http.request');
};

test('a request is one line in the log: what was asked, how it ended and how long it took', async () => {
  const { app, lines } = setUp();
  await ask(app, '/health');
  expect(await loggedRequest(lines)).toEqual({
    severity: 'INFO',
    message: 'http.request',
    requestId: 'request-1',
    endpoint: 'getHealth',
    method: 'GET',
    status: 200,
    durationMs: 5,
  });
  expect(lines).toHaveLength(1);
});

test('our own mistake is told to the operator with its stack and to nobody else', async () => {
  const { app, lines } = setUp();
  const { status, body } = await ask(app, '/groups');
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: 'internal', requestId: 'request-1' });
  expect(JSON.stringify(body)).not.toContain('secret');
  await loggedRequest(lines);
  const errors = lines.filter((line) => line.severity === 'ERROR');
  expect(errors).toEqual([expect.objectContaining({ message: 'http.unexpected', stack: expect.stringContaining('secret detail') })]);
});

/** What Cloud Functions does before the app: reads the body, parses it and keeps the bytes. */
function onCloudFunctions(app: Express, bytes: Buffer) {
  return (...[request, response]: Parameters<Express>) => {
    app(Object.assign(request, { rawBody: bytes, body: { parsed: 'elsewhere' } }), response);
  };
}

test('a body that Cloud Functions has read already is taken from its bytes, and measured by them', async () => {
  const { app } = setUp();
  const token = 'a'.repeat(32);
  const read = await ask(onCloudFunctions(app, Buffer.from(JSON.stringify({ token }))), '/invites/preview', { method: 'POST' });
  expect(read).toMatchObject({ status: 200, body: { groupName: token } });
  const large = await ask(onCloudFunctions(app, Buffer.alloc(64 * 1024 + 1, ' ')), '/invites/preview', { method: 'POST' });
  expect(large).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
});

test("a body sent compressed in a way nobody reads is the sender's mistake", async () => {
  const { app } = setUp();
  const answer = await ask(app, '/invites/preview', { method: 'POST', headers: { 'content-encoding': 'x-none' }, body: '{}' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('[REST13] a member by the name of __proto__ is refused, not left out', async () => {
  const { app } = setUp();
  const id = '0b6fb9a0-91ae-4c0f-8d2e-7a54c3a6b100';
  const spending = { id, description: 'Fish', date: '2026-03-14', amount: 5, currency: 'EUR', payers: { [id]: 5 } };
  const send = (payers: string) =>
    ask(app, `/groups/${id}/expenses`, {
      method: 'POST',
      headers: { 'idempotency-key': id },
      body: JSON.stringify({ ...spending, split: { mode: 'equal', entries: { [id]: 1 } } }).replace('"payers":{', `"payers":{${payers}`),
    });
  expect(await send('"__proto__":5,')).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path: '__proto__' }] } });
  expect((await send('')).status).toBe(500);
});

test('[REST13] of a map with more keys than a group has members nothing is looked at, or a request would set off many times its own work', async () => {
  const { app } = setUp();
  const id = '0b6fb9a0-91ae-4c0f-8d2e-7a54c3a6b100';
  const payers = Object.fromEntries(Array.from({ length: 7_000 }, (_, nth) => [nth, 1]));
  const answer = await ask(app, `/groups/${id}/expenses`, {
    method: 'POST',
    headers: { 'idempotency-key': id },
    body: JSON.stringify({ payers }),
  });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path: '' }] } });
});

test('[REST17] the rows of an answer are counted, those of its parts as well', async () => {
  const { app } = setUp({ readsPerMinute: 7 });
  const path = '/groups/0b6fb9a0-91ae-4c0f-8d2e-7a54c3a6b100/activity';
  expect([(await ask(app, path)).status, (await ask(app, path)).status, (await ask(app, path)).status]).toEqual([200, 200, 429]);
});

test('a body that inflates to more than may be is given up while it does', async () => {
  const { app } = setUp();
  // Who reads it to its end finds that it has none, and would say so.
  const body = gzipSync(Buffer.alloc(8 * 1024 * 1024, ' ')).subarray(0, -100);
  const answer = await ask(app, '/invites/preview', { method: 'POST', headers: { 'content-encoding': 'gzip' }, body });
  expect(body.length).toBeLessThan(64 * 1024);
  expect(answer).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
});

test('[REST17] who asks too often is told when to come back', async () => {
  const { app } = setUp();
  for (let index = 0; index < 3; index++) expect((await ask(app, '/health')).status).toBe(200);
  const refused = await ask(app, '/health');
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
  expect(refused.headers.get('retry-after')).toBe('20');
  expect(JSON.stringify(refused.body)).not.toContain('retryAfter');
});

test('[REST17] whoever finds us busy is told when to come back, by whatever part of us', async () => {
  const { app } = setUp();
  const busy = await ask(app, '/changes');
  expect(busy).toMatchObject({ status: 503, body: { code: 'busy' } });
  expect(busy.headers.get('retry-after')).toBe('1');
});

test('[REST17] behind proxies a caller is counted by the address they tell, and by the one the last proxy was called from', async () => {
  const { app } = setUp({ proxyHops: 2 });
  const from = (...addresses: string[]) => ask(app, '/health', { headers: { 'x-forwarded-for': addresses.join(', ') } });
  for (let nth = 0; nth < 3; nth++) await from('192.0.2.1', '10.0.0.1');
  expect((await from('192.0.2.1', '10.0.0.1')).status).toBe(429);
  expect((await from('192.0.2.2', '10.0.0.1')).status).toBe(200);
  for (let nth = 0; nth < 40; nth++) await from(`198.51.100.${nth}`, '10.0.0.1');
  expect((await from('198.51.100.99', '10.0.0.1')).status).toBe(429);
  expect((await from('198.51.100.99', '10.0.0.2')).status).toBe(200);
});

test('an error names no account in the log', async () => {
  const { app, lines } = setUp();
  await ask(app, '/me');
  await loggedRequest(lines);
  const [error] = lines.filter((line) => line.severity === 'ERROR');
  expect(error?.stack).toContain('users/…/mutations');
  expect(JSON.stringify(lines)).not.toMatch(/uid-of-mara|mara@/);
});

test('[REST17] reads and mutations of an account are counted apart', async () => {
  const { app } = setUp();
  for (let index = 0; index < 3; index++) await ask(app, '/groups');
  expect((await ask(app, '/groups')).status).toBe(429);
  expect((await ask(app, '/groups', { method: 'POST' })).status).toBe(400);
});

test('an answer may not be kept, framed, or taken for anything but what it is', async () => {
  const { app } = setUp();
  for (const path of ['/health', '/nothing']) {
    const { headers } = await ask(app, path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  }
});
