import type { ReadonlySignal } from '@preact/signals';

export interface Account {
  uid: string;
  email: string;
  displayName: string;
}

export type SessionProblem =
  | 'wrong-credentials'
  | 'email-in-use'
  | 'weak-password'
  | 'invalid-email'
  | 'too-many-attempts'
  | 'offline'
  | 'unknown';

export interface Credentials {
  email: string;
  password: string;
}

/** Who uses this browser. `starting` until the stored sign-in has been read. */
export interface SessionStore {
  status: ReadonlySignal<'starting' | 'signed-out' | 'signed-in'>;
  account: ReadonlySignal<Account | null>;
  register(input: Credentials & { displayName: string }): Promise<SessionProblem | null>;
  signIn(input: Credentials): Promise<SessionProblem | null>;
  /** Ends the session and clears what this browser keeps of it. */
  signOut(): Promise<void>;
}
