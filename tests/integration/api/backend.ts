import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, inject } from 'vitest';
import { type Config, readConfig } from '../../../firebase/functions/src/config.ts';
import { connectFirebase } from '../../../firebase/functions/src/repositories/firebase.ts';
import { createSystem, type System } from '../../../firebase/functions/src/system.ts';
import { createApi } from '../../../firebase/functions/src/wiring.ts';
import { type EndpointSchemas, SCHEMAS } from '../../../packages/shared/src/contract/endpoints.ts';
import {
  type EndpointName,
  type Params,
  type ProblemBody,
  pathOf,
  problemsOf,
  type RequestBody,
  type ResponseBody,
  ROUTES,
} from '../../../packages/shared/src/contract/index.ts';

export interface Person {
  userId: string;
  token: string;
}

export type Answer<Body> = { status: number; headers: Headers; body: Body };

interface RequestOptions {
  method?: string;
  token?: string | undefined;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  origin?: string | undefined;
}

export interface CallOptions<Name extends EndpointName> {
  as?: Person | undefined;
  params?: Params<Name>;
  query?: string;
  body?: RequestBody<Name>;
  /** Idempotency key; a new one where absent. */
  key?: string;
  ifMatch?: number;
  /** Where the API is, such as hosting; this process where absent. */
  origin?: string;
}

/** Tests are quicker than people; those of the rate limit set their own. */
const UNHURRIED = { readsPerMinute: 1e9, mutationsPerMinute: 1e9, strangersPerMinute: 1e9 };

/** A Firestore for each test file: without triggers, and without other tests' documents, which the emulator looks through at every query. */
const OWN_PROJECT = `demo-splitifyd-${randomUUID()}`;

/** The real app, listening in this process, in front of the emulators, on data of this test file. */
export const startBackend = (overrides: Partial<System> = {}, configured: Partial<Config> = {}) =>
  startBackendOn(OWN_PROJECT, overrides, configured);

/** The same on the data that the emulators' functions, rules and page are for. */
export const startWatchedBackend = () => startBackendOn(inject('emulators').projectId);

async function startBackendOn(dataProject: string, overrides: Partial<System> = {}, configured: Partial<Config> = {}) {
  const { projectId, authUrl } = inject('emulators');
  const accounts = connectFirebase(projectId, randomUUID());
  const data = connectFirebase(dataProject, randomUUID());
  const firebase = { ...data, auth: accounts.auth };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (...event: unknown[]) => console.error(...event) };
  const app = createApi(
    firebase,
    { ...readConfig({ GCLOUD_PROJECT: projectId, SPLITIFYD_VERSION: 'test' }), rateLimits: UNHURRIED, ...configured },
    { ...createSystem(), log, ...overrides },
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  async function request(
    path: string,
    { method = 'GET', token, headers = {}, body, origin = url }: RequestOptions = {},
  ): Promise<Answer<unknown>> {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  function send<Name extends EndpointName>(name: Name, options: CallOptions<Name>): Promise<Answer<unknown>> {
    const { as: person, params, query = '', body, key = randomUUID(), ifMatch, origin } = options;
    const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    const path = `/api/v1${pathOf(name, params ?? ({} as Params<Name>))}${query}`;
    return request(path, {
      method: ROUTES[name].method,
      token: person?.token,
      headers,
      origin,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  return {
    ...firebase,
    url,
    request,
    send,

    /** The answer of a call that must succeed, and must be what the contract says: no field less and no field more. */
    async call<Name extends EndpointName>(name: Name, options: CallOptions<Name>): Promise<ResponseBody<Name>> {
      const { status, body } = await send(name, options);
      if (status !== ROUTES[name].success) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
      const schemas: EndpointSchemas = SCHEMAS[name];
      expect(schemas.returns.parse(body)).toEqual(body);
      return body as ResponseBody<Name>;
    },

    /** The problem of a call that must be refused, for one of the reasons that the contract gives. */
    async refused<Name extends EndpointName>(name: Name, options: CallOptions<Name>): Promise<ProblemBody> {
      const { status, headers, body } = await send(name, options);
      if (headers.get('content-type') !== 'application/problem+json; charset=utf-8')
        throw new Error(`${name} answered ${status}, no problem`);
      const problem = body as ProblemBody;
      expect(problemsOf(name)).toContain(problem.code);
      return problem;
    },

    async signUp(): Promise<Person> {
      const response = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `${randomUUID()}@example.test`, password: 'correct horse', returnSecureToken: true }),
      });
      const { localId, idToken } = (await response.json()) as { localId: string; idToken: string };
      return { userId: localId, token: idToken };
    },

    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([accounts.close(), data.close()]);
    },
  };
}

export type Backend = Awaited<ReturnType<typeof startBackend>>;
