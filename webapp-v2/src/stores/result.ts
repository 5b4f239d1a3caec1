import type { ProblemCode } from '@splitifyd/shared/contract';

/** How a change that waits for the server ended. `offline`: it was not reached and nothing was queued, so trying again is up to the user. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'offline' };
