import { PROBLEMS, type ProblemBody, type ProblemInfo } from '@splitifyd/shared/contract';
import type { ErrorRequestHandler } from 'express';
import type { Log } from '../observability/log.ts';
import { nameless } from '../observability/nameless.ts';
import { currentRequest } from '../observability/request-context.ts';
import { Problem } from '../services/problem.ts';

/** What a client is told to wait where nobody knows better: too many are at work right now, and seldom for long. */
const BUSY_MS = 1_000;

/** The one funnel every failure goes through: a problem of the table, or `internal`, which alone is logged with its stack. */
export function answerProblems(log: Log): ErrorRequestHandler {
  return (cause: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const problem = problemOf(cause);
    if (problem.code === 'internal')
      log.error('http.unexpected', { stack: nameless((cause instanceof Error && cause.stack) || String(cause)) });
    else log[PROBLEMS[problem.code].log]('http.refused', { code: problem.code });
    const { retryAfterMs = problem.code === 'busy' ? BUSY_MS : undefined } = problem.details;
    if (retryAfterMs !== undefined) response.set('Retry-After', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
    const body = problemBody(problem, currentRequest()?.requestId ?? '');
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

function problemOf(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  // Express and its body reader speak of a client's mistakes by status.
  const status = cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : 500;
  if (status === 413) return new Problem('payload-too-large');
  return new Problem(status >= 400 && status < 500 ? 'invalid-request' : 'internal');
}

function problemBody({ code, details: { retryAfterMs, ...told } }: Problem, requestId: string): ProblemBody {
  const { title, status }: ProblemInfo = PROBLEMS[code];
  return { type: `urn:splitifyd:problem:${code}`, title, status, code, requestId, ...told };
}
