import { type EndpointName, ROUTES, type Route, refusalOf } from '@splitifyd/shared/contract';
import { type EndpointSchemas, SCHEMAS } from '@splitifyd/shared/schemas';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { currentRequest } from '../observability/request-context.ts';
import type { Mutation } from '../services/ledger/change.ts';
import { requestHash } from '../services/ledger/request-hash.ts';
import type { Account } from '../services/ports.ts';
import { Problem } from '../services/problem.ts';
import type { Authenticate } from './authenticate.ts';
import type { Handlers } from './handler.ts';
import type { Origin, RateLimit } from './rate-limit.ts';
import { parseJsonBody, readRawBody } from './request-body.ts';
import { expectedVersion, mutationId, parse, requireIds } from './request-shape.ts';

/** A call before the table's types are attached to it; the checks below are what entitles the router to attach them. */
type UntypedHandler = (call: {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  account: Account | undefined;
  userId: string | undefined;
  mutation: Mutation | undefined;
}) => Promise<unknown>;

/** Makes the endpoint table into routes. A path that is known answers every other method with 405. */
export function createRouter(handlers: Handlers, authenticate: Authenticate, rateLimit: RateLimit): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const methodsOf = new Map<string, string[]>();

  for (const name of Object.keys(ROUTES) as EndpointName[]) {
    const route: Route = ROUTES[name];
    const steps = [admitted(name, route, authenticate, rateLimit), ...(route.method === 'GET' ? [] : [readRawBody()])];
    const method = route.method.toLowerCase() as Lowercase<Route['method']>;
    router[method](route.path, ...steps, answering(name, route, handlers[name] as UntypedHandler, rateLimit));
    methodsOf.set(route.path, [...(methodsOf.get(route.path) ?? []), route.method]);
  }

  for (const [path, methods] of methodsOf) {
    router.all(path, (_request, response) => {
      response.set('Allow', methods.join(', '));
      throw new Problem('method-not-allowed');
    });
  }
  return router;
}

/** Before the body is read: a stranger does not make us hold 64 KiB. */
function admitted(name: EndpointName, route: Route, authenticate: Authenticate, rateLimit: RateLimit): RequestHandler {
  const refuses = refusalOf(name, 'nobody') !== null;
  return async (request, response, next) => {
    const context = currentRequest();
    if (context) context.endpoint = name;
    const origin = originOf(request);
    if (!refuses) rateLimit.stranger(origin);
    else {
      const account = await authenticate(request.headers.authorization, route, () => rateLimit.requireRoom(origin)).catch(
        (refusal: unknown) => {
          rateLimit.stranger(origin);
          throw refusal;
        },
      );
      rateLimit.account(account.userId, route.mutates === true);
      response.locals.account = account;
    }
    next();
  };
}

/** Express tells the addresses that trusted proxies have added, the caller's first. */
function originOf({ ip = '', ips }: Request): Origin {
  return { claimed: ip, vouched: ips.at(-1) ?? ip };
}

function answering(name: EndpointName, route: Route, handler: UntypedHandler, rateLimit: RateLimit): RequestHandler {
  const schemas: EndpointSchemas = SCHEMAS[name];
  return async (request, response) => {
    const account: Account | undefined = response.locals.account;
    const userId = account?.userId;
    requireIds(request.params);
    const query = parse(schemas.query, request.query);
    const body = parse(schemas.body, route.method === 'GET' ? {} : parseJsonBody(request));
    const mutation = route.mutates && userId ? mutationOf({ name, route, userId, request, body }) : undefined;
    const answer = await handler({ params: request.params, query, body, account, userId, mutation });
    if (userId && !route.mutates) rateLimit.rows(userId, rowsOf(answer));
    response.status(route.success).json(answer);
  };
}

/** Rows that an answer tells: in its lists, and in those of its parts. */
function rowsOf(answer: unknown): number {
  const partsOf = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);
  const lists = partsOf(answer).flatMap((part) => (Array.isArray(part) ? [part] : partsOf(part).filter(Array.isArray)));
  return lists.reduce((sum, list) => sum + list.length, 0);
}

interface Mutating {
  name: EndpointName;
  route: Route;
  userId: string;
  request: Request;
  body: unknown;
}

function mutationOf({ name, route, userId, request: { headers, params }, body }: Mutating): Mutation {
  return {
    id: mutationId(headers),
    userId,
    requestHash: requestHash(name, params, body),
    ifMatch: expectedVersion(route, headers),
  };
}
