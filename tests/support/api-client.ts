import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type EndpointSchemas, SCHEMAS } from '../../packages/shared/src/contract/endpoints.ts';
import {
  type EndpointName,
  type Params,
  type ProblemBody,
  pathOf,
  problemsOf,
  type RequestBody,
  type ResponseBody,
  ROUTES,
} from '../../packages/shared/src/contract/index.ts';

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
  /** Where the API is, such as hosting; the client's own where absent. */
  origin?: string;
}

/** Asks the API at `home`, and holds its answers against the contract. */
export function createApiClient(home: string) {
  async function request(
    path: string,
    { method = 'GET', token, headers = {}, body, origin = home }: RequestOptions = {},
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
  };
}
