import { normaliseLine } from '@splitifyd/shared/domain';
import type { SessionProblem } from '../../stores/account/session.ts';
import type { Outcome } from '../../ui/submission.ts';

export interface CredentialsDraft {
  displayName: string;
  email: string;
  password: string;
}

export type CredentialsField = keyof CredentialsDraft;

/** The first field that is still missing, in the order in which the form asks; null when the form can be sent. */
export function missingField(draft: CredentialsDraft, registering: boolean): CredentialsField | null {
  if (registering && normaliseLine(draft.displayName) === '') return 'displayName';
  if (draft.email.trim() === '') return 'email';
  return draft.password === '' ? 'password' : null;
}

/** What a session answers, as a form takes it. */
export const outcomeOf = (problem: SessionProblem | null): Outcome<null, SessionProblem> =>
  problem === null ? { ok: true, value: null } : { ok: false, code: problem };
