import { type ReadonlySignal, signal } from '@preact/signals';

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
  | 'popup-blocked'
  | 'offline'
  | 'unknown';

export interface Credentials {
  email: string;
  password: string;
}

/** What the session needs of whoever keeps the accounts. */
export interface Accounts {
  /** Tells who is signed in: once at the start, then at every change. Until `signal` aborts. */
  onUser(listener: (user: Account | null) => void, signal: AbortSignal): void;
  register(input: Credentials & { displayName: string }): Promise<SessionProblem | null>;
  signIn(input: Credentials): Promise<SessionProblem | null>;
  signInWithGoogle(): Promise<SessionProblem | null>;
  resetPassword(email: string): Promise<SessionProblem | null>;
  signOut(): Promise<void>;
}

/** What this browser remembers when nobody is signed in. */
export interface Visits {
  /** Whether anybody has signed in here. */
  hasSignedIn(): boolean;
  note(hasSignedIn: boolean): void;
}

/** Who uses this browser. `starting` until the stored sign-in has been read. */
export interface SessionStore {
  status: ReadonlySignal<'starting' | 'signed-out' | 'signed-in'>;
  account: ReadonlySignal<Account | null>;
  /** How a session of this visit ended other than by signing out on this page: the account is no more, or it was ended `elsewhere`. */
  ended: ReadonlySignal<'elsewhere' | 'deleted' | null>;
  register(input: Credentials & { displayName: string }): Promise<SessionProblem | null>;
  signIn(input: Credentials): Promise<SessionProblem | null>;
  /** In a window of its own, which must be opened by a click. Closing it is no problem. */
  signInWithGoogle(): Promise<SessionProblem | null>;
  /** Sends a link for choosing a new password; nobody learns whether there is such an account. */
  resetPassword(email: string): Promise<SessionProblem | null>;
  /** Ends the session and clears what this browser keeps of it. */
  signOut(): Promise<void>;
  /** The same, of an account that is no more: who comes next is met as somebody new. */
  signOutForGood(): Promise<void>;
  /** Whether somebody has signed in with this browser: who is signed out will want to sign in, not to register. */
  hasSignedIn(): boolean;
  /** Whether the user is signing out, rather than being signed out: elsewhere, or by the server. */
  isSigningOut(): boolean;
}

interface SessionDeps {
  accounts: Accounts;
  visits: Visits;
  /** Resolves when nothing of the account that has just ended is left in this browser. */
  forgotten(): Promise<void>;
  signal: AbortSignal;
}

export function createSessionStore({ accounts, visits, forgotten, signal: owner }: SessionDeps): SessionStore {
  const status = signal<'starting' | 'signed-out' | 'signed-in'>('starting');
  const account = signal<Account | null>(null);
  const ended = signal<'elsewhere' | 'deleted' | null>(null);
  let signingOut = false;

  async function leave(): Promise<void> {
    signingOut = true;
    try {
      await accounts.signOut();
      await forgotten();
    } finally {
      signingOut = false;
    }
  }

  accounts.onUser((user) => {
    if (user) {
      visits.note(true);
      ended.value = null;
    } else if (account.peek() && !signingOut) ended.value = 'elsewhere';
    account.value = user;
    status.value = user ? 'signed-in' : 'signed-out';
  }, owner);

  return {
    status,
    account,
    ended,
    register: ({ email, ...rest }) => accounts.register({ email: email.trim(), ...rest }),
    signIn: ({ email, password }) => accounts.signIn({ email: email.trim(), password }),
    signInWithGoogle: () => accounts.signInWithGoogle(),
    async resetPassword(email) {
      const problem = await accounts.resetPassword(email.trim());
      return problem === 'wrong-credentials' ? null : problem;
    },
    signOut: leave,
    signOutForGood() {
      // Before the page for those who are signed out asks.
      visits.note(false);
      ended.value = 'deleted';
      return leave();
    },
    hasSignedIn: () => visits.hasSignedIn(),
    isSigningOut: () => signingOut,
  };
}
