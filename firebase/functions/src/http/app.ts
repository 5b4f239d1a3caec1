import express, { type Express, type RequestHandler } from 'express';
import type { Log } from '../observability/log.ts';
import { inRequest, type RequestContext } from '../observability/request-context.ts';
import { Problem } from '../services/problem.ts';
import type { Authenticate } from './authenticate.ts';
import type { Handlers } from './handler.ts';
import { answerProblems } from './problem-response.ts';
import type { RateLimit } from './rate-limit.ts';
import { createRouter } from './router.ts';

export interface AppDeps {
  handlers: Handlers;
  authenticate: Authenticate;
  rateLimit: RateLimit;
  /** Proxies in front of us whose word on the caller's address we take. */
  proxyHops: number;
  log: Log;
  /** Epoch ms. */
  now(): number;
  newId(): string;
}

/**
 * An answer is data for the page that asked: nothing to keep, to show by itself, to guess the type of, or to put into a frame. Hosting says
 * the rest for what goes through it; the function's own URL has nobody but us to ask for encryption from now on.
 */
const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

/** The REST API as an Express app: the same on Cloud Functions, on plain Node and inside a test. */
export function createApp({ handlers, authenticate, rateLimit, proxyHops, log, now, newId }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', proxyHops);
  app.use(observed(log, now, newId));
  app.use('/api/v1', createRouter(handlers, authenticate, rateLimit));
  app.use(() => {
    throw new Problem('not-found');
  });
  app.use(answerProblems(log));
  return app;
}

/** Gives the request its id and its one line in the log, which names nobody and no amount. */
function observed(log: Log, now: () => number, newId: () => string): RequestHandler {
  return (request, response, next) => {
    const startedAt = now();
    const context: RequestContext = { requestId: newId() };
    response.set({ 'X-Request-Id': context.requestId, ...SECURITY_HEADERS });
    response.on('close', () => {
      const { requestId, endpoint = null } = context;
      log.info('http.request', { requestId, endpoint, method: request.method, status: response.statusCode, durationMs: now() - startedAt });
    });
    inRequest(context, next);
  };
}
