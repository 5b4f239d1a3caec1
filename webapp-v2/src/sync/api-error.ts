import type { ProblemCode } from '@splitifyd/shared/contract';

/** The server was not reached, or nothing sensible came back in time. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The server refused. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: ProblemCode;
  /** The entity as it is now, for `stale-version`. */
  readonly current: unknown;
  /** How long the server asks to wait, in ms; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, code: ProblemCode, current?: unknown, retryAfterMs: number | null = null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.current = current;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Whether the same request may succeed later. An expired sign-in counts: it is mended outside, and what was queued under it
 * is still what its author wants.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return error.status >= 500 || error.status === 429 || error.status === 401;
}

/** What the server does not understand at all: only a program that is older than it asks like that, and asking again does not help. */
const NOT_UNDERSTOOD: ReadonlySet<ProblemCode> = new Set(['invalid-request', 'method-not-allowed', 'precondition-required']);

/** Why nothing could be read: it may pass by itself, or the program is too old and has to be loaded again. */
export type ReadFailure = 'failed' | 'outdated';

export const readFailureOf = (error: unknown): ReadFailure =>
  error instanceof ApiProblem && NOT_UNDERSTOOD.has(error.code) ? 'outdated' : 'failed';

export const hasCode = (error: unknown, code: ProblemCode): boolean => error instanceof ApiProblem && error.code === code;

/** How long the server asks to wait before the next attempt, in ms; null where it does not say. */
export const retryAfterMs = (error: unknown): number | null => (error instanceof ApiProblem ? error.retryAfterMs : null);
