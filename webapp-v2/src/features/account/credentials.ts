import { normaliseLine } from '@splitifyd/shared/domain';
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
