import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EndpointName, type Params, type ProblemBody, pathOf, ROUTES, type Route } from '@splitifyd/shared/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../services/problem.ts';
import { createApp } from './app.ts';
import { createAuthenticate } from './authenticate.ts';
import type { Handlers } from './handler.ts';
import { createRateLimit } from './rate-limit.ts';

/** Who gets as far as a handler. `good` is a sign-in, `revoked` one that was taken back since; nobody else has one. */

const NAMES = Object.keys(ROUTES) as EndpointName[];
const ID = '00000000-0000-4000-8000-000000000001';
/** What gives or takes access, or ends a group or an account. */
const SENSITIVE: ReadonlySet<EndpointName> = new Set([
  'deleteMe',
  'deleteGroup',
  'updateMember',
  'removeMember',
  'createInvite',
  'revokeInvite',
  'acceptInvite',
]);

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(limits: { readsPerMinute: number; mutationsPerMinute: number; strangersPerMinute: number }) {
  const silent = () => {};
  const app = createApp({
    handlers: Object.fromEntries(NAMES.map((name) => [name, () => Promise.reject(new Problem('id-in-use'))])) as unknown as Handlers,
    authenticate: createAuthenticate({
      now: () => 0,
      gate: { isDeleted: async (userId) => userId === 'deleted' },
      verifyToken: async (token, isUnrevoked) =>
        token === 'bad' || (token === 'revoked' && isUnrevoked) ? null : { userId: token, name: null, expiresAt: 60_000 },
    }),
    rateLimit: createRateLimit(limits, () => 0),
    proxyHops: 0,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    now: () => 0,
    newId: () => 'request',
  });
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return async (name: EndpointName, token?: string, ids: Record<string, string> = {}): Promise<string> => {
    const params = { groupId: ID, memberId: ID, expenseId: ID, settlementId: ID, inviteId: 'a'.repeat(64), ...ids };
    const response = await fetch(`http://127.0.0.1:${port}/api/v1${pathOf(name, params as Params<typeof name>)}`, {
      method: ROUTES[name].method,
      ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
    });
    const { code } = (await response.json()) as ProblemBody;
    // Past admission a call is refused for its form, or by the handler.
    return ['id-in-use', 'invalid-request'].includes(code) ? 'admitted' : code;
  };
}

let ask: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  ask = await serve({ readsPerMinute: 1e6, mutationsPerMinute: 1e6, strangersPerMinute: 1e6 });
});

test.for(NAMES)('[REST39] %s, by somebody, nobody, a revoked sign-in and a deleted account', async (name) => {
  const route: Route = ROUTES[name];
  const isOpen = route.access === 'anyone';
  expect(await ask(name, 'good')).toBe('admitted');
  expect(await ask(name)).toBe(isOpen ? 'admitted' : 'unauthenticated');
  expect(await ask(name, 'bad')).toBe(isOpen ? 'admitted' : 'unauthenticated');
  expect(await ask(name, 'revoked')).toBe(SENSITIVE.has(name) ? 'unauthenticated' : 'admitted');
  expect(await ask(name, 'deleted')).toBe(isOpen || name === 'deleteMe' ? 'admitted' : 'account-deleted');
});

test('[REST17] calls whose sign-in is refused are counted with those of strangers, for their address', async () => {
  const limited = await serve({ readsPerMinute: 1, mutationsPerMinute: 1, strangersPerMinute: 2 });
  const outcomes = [
    await limited('listGroups'),
    await limited('listGroups', 'bad'),
    await limited('listGroups'),
    await limited('getHealth'),
  ];
  expect(outcomes).toEqual(['unauthenticated', 'unauthenticated', 'rate-limited', 'rate-limited']);
});

test('[REST17] an account has its calls for itself, reads and mutations apart', async () => {
  const limited = await serve({ readsPerMinute: 1, mutationsPerMinute: 2, strangersPerMinute: 9 });
  expect([await limited('listGroups', 'good'), await limited('getGroup', 'good')]).toEqual(['admitted', 'rate-limited']);
  const changes = [await limited('createGroup', 'good'), await limited('updateMe', 'good'), await limited('deleteMe', 'good')];
  expect(changes).toEqual(['admitted', 'admitted', 'rate-limited']);
  expect(await limited('listGroups', 'another')).toBe('admitted');
});

test.for(NAMES.filter((name) => ROUTES[name].path.includes(':')))('[REST13] an id of another form names nothing for %s', async (name) => {
  for (const [param] of ROUTES[name].path.matchAll(/(?<=:)\w+/g)) {
    expect(await ask(name, 'good', { [param]: param === 'inviteId' ? ID : 'a'.repeat(64) })).toBe('not-found');
  }
});
