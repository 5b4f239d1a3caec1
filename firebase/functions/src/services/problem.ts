import { type FieldProblem, PROBLEMS, type ProblemCode } from '@splitifyd/shared/contract';

interface ProblemDetails {
  errors?: FieldProblem[];
  /** The entity as it is now, for `stale-version`. */
  current?: unknown;
  /** When another attempt makes sense; told in `Retry-After`. */
  retryAfterMs?: number;
}

/** A refusal the contract knows. Everything else that is thrown is our own mistake. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(PROBLEMS[code].title);
  }
}

/** A refused field: `path` as in the request. */
export const invalidField = (path: string, message: string): Problem => new Problem('invalid-request', { errors: [{ path, message }] });
