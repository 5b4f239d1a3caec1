/** Every refusal the API knows: one closed table of code → HTTP status and the level at which the server logs it. */
export interface ProblemInfo {
  status: number;
  log: 'debug' | 'info' | 'warn' | 'error';
  title: string;
}

export const PROBLEMS = {
  'invalid-request': { status: 400, log: 'debug', title: 'The request does not have the expected form' },
  'invalid-split': { status: 400, log: 'debug', title: 'The split or the payers do not add up to the amount' },
  unauthenticated: { status: 401, log: 'debug', title: 'Sign in first' },
  forbidden: { status: 403, log: 'info', title: 'Your role in this group does not allow this' },
  'account-deleted': { status: 403, log: 'info', title: 'This account was deleted' },
  'not-found': { status: 404, log: 'debug', title: 'There is nothing here, or nothing that you may see' },
  'method-not-allowed': { status: 405, log: 'debug', title: 'This address does not know that method' },
  'id-in-use': { status: 409, log: 'info', title: 'That id already belongs to something else' },
  'member-unavailable': { status: 409, log: 'debug', title: 'A member named here is not, or no longer, in the group' },
  'already-claimed': { status: 409, log: 'info', title: 'Somebody else has already claimed this member' },
  'group-full': { status: 409, log: 'info', title: 'The group already has its largest number of members' },
  'too-many-invites': { status: 409, log: 'info', title: 'The group already has its largest number of open invitations' },
  'too-many-currencies': { status: 409, log: 'info', title: 'The group already has open balances in as many currencies as it may' },
  'balance-open': { status: 409, log: 'debug', title: 'The member still owes or is owed money' },
  'last-admin': { status: 409, log: 'debug', title: 'A group keeps at least one administrator' },
  'reload-required': { status: 410, log: 'debug', title: 'The cursor is too old or of another epoch: load a snapshot' },
  'invite-expired': { status: 410, log: 'debug', title: 'The invitation has expired or was withdrawn' },
  'stale-version': { status: 412, log: 'info', title: 'Somebody changed this in the meantime' },
  'payload-too-large': { status: 413, log: 'info', title: 'The request is too large' },
  'idempotency-key-reused': { status: 422, log: 'warn', title: 'This idempotency key belongs to another request' },
  'precondition-required': { status: 428, log: 'debug', title: 'Say which version you saw, with If-Match' },
  'rate-limited': { status: 429, log: 'warn', title: 'Too many requests; try again after the time in Retry-After' },
  internal: { status: 500, log: 'error', title: 'Something went wrong on our side; nothing was changed' },
  busy: { status: 503, log: 'warn', title: 'Too many are at work here at once; try again after the time in Retry-After' },
} as const satisfies Record<string, ProblemInfo>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that was refused: `path` as in the body (`payers.m1`), `message` in plain English for developers. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** Body of every error response (`application/problem+json`, RFC 9457). `current` is the entity as it is now, for `stale-version`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  errors?: FieldProblem[];
  requestId: string;
  current?: unknown;
}
