import type { FieldProblem, Route } from '@splitifyd/shared/contract';
import { field } from '@splitifyd/shared/schemas';
import type { z } from 'zod';
import { invalidField, Problem } from '../services/problem.ts';

/** Checks of form: whether a request is one that the endpoint could answer at all. */

/** @throws Problem `invalid-request`, naming every refused field */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid-request', { errors: parsed.error.issues.map(fieldProblem) });
}

function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { path: issue.path.map(String).join('.'), message: issue.message };
}

/** Nothing has an id of another form: invitations are known by a hash, everything else by a UUID. */
export function requireIds(params: Readonly<Record<string, unknown>>): void {
  const isId = ([name, id]: [string, unknown]) => (name === 'inviteId' ? field.inviteId : field.uuid).safeParse(id).success;
  if (!Object.entries(params).every(isId)) throw new Problem('not-found');
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export function mutationId(headers: Headers): string {
  const parsed = field.uuid.safeParse(headers['idempotency-key']);
  if (!parsed.success) throw invalidField('Idempotency-Key', 'expected a UUID in lower case');
  return parsed.data;
}

/**
 * The version named by `If-Match`, undefined where there is none. Its absence is not refused here: a repeated mutation is
 * answered whatever it names, so that check comes after the ledger's.
 */
export function expectedVersion(route: Route, headers: Headers): number | undefined {
  const header = headers['if-match'];
  if (!route.versioned || header === undefined) return undefined;
  const version = typeof header === 'string' ? /^"(\d{1,15})"$/.exec(header)?.[1] : undefined;
  if (version === undefined) throw invalidField('If-Match', 'expected "<version>"');
  return Number(version);
}
