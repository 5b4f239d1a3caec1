import {
  type EndpointName,
  type Params,
  PROBLEMS,
  type ProblemBody,
  type ProblemCode,
  pathOf,
  type RequestBody,
  type RequestQuery,
  type ResponseBody,
  ROUTES,
} from '@splitifyd/shared/contract';
import type { Http, HttpAnswer } from '../platform/http.ts';
import { ApiProblem, hasCode, Unreachable } from './api-error.ts';

export interface ApiRequest<Name extends EndpointName> {
  params: Params<Name>;
  query?: RequestQuery<Name>;
  body?: RequestBody<Name>;
  /** The mutation id. */
  idempotencyKey?: string;
  /** The version of the entity that the author saw. */
  ifMatch?: number;
}

/** Calls an endpoint of the contract. @throws ApiProblem when the server refuses, Unreachable when there is no answer */
export type Call = <Name extends EndpointName>(name: Name, request: ApiRequest<Name>, signal?: AbortSignal) => Promise<ResponseBody<Name>>;

interface ApiDeps {
  http: Http;
  base: string;
  /** The ID token; a fresh one when `refresh`. Null when nobody is signed in. */
  token(refresh: boolean): Promise<string | null>;
  /** The account was deleted, here or on another device: nothing will be answered any more. */
  onAccountDeleted(): void;
}

export function createCall({ http, base, token, onAccountDeleted }: ApiDeps): Call {
  async function send<Name extends EndpointName>(
    name: Name,
    request: ApiRequest<Name>,
    refresh: boolean,
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    try {
      const idToken = await token(refresh);
      if (idToken === null) throw new ApiProblem(401, 'unauthenticated');
      return await http(
        {
          method: ROUTES[name].method,
          url: base + pathOf(name, request.params) + search(request.query),
          headers: headersOf(request, idToken),
          ...(request.body && { body: JSON.stringify(request.body) }),
        },
        signal,
      );
    } catch (error) {
      if (error instanceof ApiProblem) throw error;
      throw new Unreachable(`${name} had no answer`, { cause: error });
    }
  }

  return async (name, request, signal) => {
    let answer = await send(name, request, false, signal);
    if (answer.status === 401) answer = await send(name, request, true, signal);
    if (answer.status >= 200 && answer.status < 300 && answer.body !== undefined) return answer.body as ResponseBody<typeof name>;
    const problem = problemOf(answer);
    if (hasCode(problem, 'account-deleted')) onAccountDeleted();
    throw problem;
  };
}

function headersOf(
  request: Pick<ApiRequest<EndpointName>, 'body' | 'idempotencyKey' | 'ifMatch'>,
  idToken: string,
): Record<string, string> {
  return {
    Authorization: `Bearer ${idToken}`,
    ...(request.body && { 'Content-Type': 'application/json' }),
    ...(request.idempotencyKey && { 'Idempotency-Key': request.idempotencyKey }),
    ...(request.ifMatch !== undefined && { 'If-Match': `"${request.ifMatch}"` }),
  };
}

function search(query: Record<string, unknown> | undefined): string {
  const named = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return named.length === 0 ? '' : `?${new URLSearchParams(named.map(([key, value]) => [key, String(value)]))}`;
}

/** An answer that is no problem document comes from something in between (a proxy, a starting function), not from the API. */
function problemOf({ status, body, header }: HttpAnswer): ApiProblem | Unreachable {
  const problem = body as Partial<ProblemBody> | undefined;
  if (!isCode(problem?.code)) return new Unreachable(`no answer of the API: status ${status}`);
  const seconds = Number(header('retry-after') ?? Number.NaN);
  return new ApiProblem(status, problem.code, problem.current, Number.isFinite(seconds) ? seconds * 1000 : null);
}

const isCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(PROBLEMS, code);
