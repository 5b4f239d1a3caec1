import { normaliseLine } from '@splitifyd/shared/domain';
import type { MessageKey } from '../../i18n/i18n.ts';
import type { SessionProblem } from '../../stores/account/session.ts';
import type { Outcome } from '../../ui/submission.ts';

export interface CredentialsDraft {
  displayName: string;
  email: string;
  password: string;
}

export type CredentialsField = keyof CredentialsDraft;

/** What Firebase Auth wants of a new password, in characters. */
const SHORTEST_PASSWORD = 6;

/** What is wrong with each field, as far as the page can tell; nothing when the form can be sent. */
export function wrongFields({ displayName, email, password }: CredentialsDraft, registering: boolean) {
  const wrong: Partial<Record<CredentialsField, MessageKey>> = {};
  if (registering && normaliseLine(displayName) === '') wrong.displayName = 'account.missingName';
  const problem = wrongEmail(email);
  if (problem) wrong.email = problem;
  if (registering && password.length < SHORTEST_PASSWORD) wrong.password = 'account.choosePassword';
  else if (password === '') wrong.password = 'account.missingPassword';
  return wrong;
}

/** What is wrong with an address that anybody can see; whether there is such a mailbox nobody knows here. */
export function wrongEmail(email: string): MessageKey | null {
  const address = email.trim();
  if (address === '') return 'account.missingEmail';
  return /^[^\s@]+@[^\s@]+$/.test(address) ? null : 'session.invalid-email';
}

/** What a session answers, as a form takes it. */
export const outcomeOf = (problem: SessionProblem | null): Outcome<null, SessionProblem> =>
  problem === null ? { ok: true, value: null } : { ok: false, code: problem };
