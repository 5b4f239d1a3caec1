import type { ProblemCode } from '@splitifyd/shared/contract';

/** Why a change that waits for the server was not made. `offline`: it was not reached and nothing was queued, so trying again is up to the user. */
export type Failure = ProblemCode | 'offline';

/** How a change that waits for the server ended. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: Failure };
