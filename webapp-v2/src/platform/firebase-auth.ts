import { type FirebaseApp, FirebaseError, initializeApp } from 'firebase/app';
import {
  browserLocalPersistence,
  browserPopupRedirectResolver,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  getIdToken,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
  type User,
  updateProfile,
} from 'firebase/auth';
import { config, parseEmulators } from './config.ts';

interface SignedInUser {
  uid: string;
  email: string;
  displayName: string;
}

interface EmailAndPassword {
  email: string;
  password: string;
}

type AuthProblem = (typeof PROBLEMS)[keyof typeof PROBLEMS] | 'unknown';

/** Accounts and tokens. The actions answer null, or why they did nothing. */
export interface FirebaseAuth {
  app: FirebaseApp;
  /** Tells who is signed in: once at the start, then at every change, in other tabs too. Until `signal` aborts. */
  onUser(listener: (user: SignedInUser | null) => void, signal: AbortSignal): void;
  register(input: EmailAndPassword & { displayName: string }): Promise<AuthProblem | null>;
  signIn(input: EmailAndPassword): Promise<AuthProblem | null>;
  /** In a window of its own. Null also when it was closed without signing in. */
  signInWithGoogle(): Promise<AuthProblem | null>;
  /** Sends a link for choosing a new password. */
  resetPassword(email: string): Promise<AuthProblem | null>;
  signOut(): Promise<void>;
  /**
   * An account's ID token for the API; `refresh` when the server refused the last one. Null when it is not (or no longer) the one
   * that is signed in. @throws when Auth cannot be reached
   */
  token(uid: string, refresh: boolean): Promise<string | null>;
}

const PROBLEMS = {
  'auth/invalid-credential': 'wrong-credentials',
  'auth/wrong-password': 'wrong-credentials',
  'auth/user-not-found': 'wrong-credentials',
  'auth/user-disabled': 'wrong-credentials',
  'auth/missing-password': 'wrong-credentials',
  'auth/email-already-in-use': 'email-in-use',
  'auth/weak-password': 'weak-password',
  'auth/password-does-not-meet-requirements': 'weak-password',
  'auth/invalid-email': 'invalid-email',
  'auth/missing-email': 'invalid-email',
  'auth/too-many-requests': 'too-many-attempts',
  'auth/network-request-failed': 'offline',
  'auth/popup-blocked': 'popup-blocked',
} as const;

const isKnown = (code: string): code is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, code);

/** The user has changed their mind, which is no problem. */
const GIVEN_UP = new Set(['auth/popup-closed-by-user', 'auth/cancelled-popup-request', 'auth/user-cancelled']);

export function startFirebaseAuth(): FirebaseAuth {
  const app = initializeApp(config.firebase);
  // The popup resolver is named when it is needed: here, it would load Google's script and an iframe for everybody.
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  if (import.meta.env.VITE_EMULATORS) {
    connectAuthEmulator(auth, parseEmulators(import.meta.env.VITE_EMULATORS).auth, { disableWarnings: true });
  }

  const listeners = new Set<(user: SignedInUser | null) => void>();
  const tell = () => {
    for (const listener of listeners) listener(describe(auth.currentUser));
  };

  // A new account has no name at first, and nobody is to see it like that.
  let registering = false;

  return {
    app,
    onUser(listener, signal) {
      listeners.add(listener);
      const stop = onAuthStateChanged(auth, (user) => {
        if (!registering) listener(describe(user));
      });
      signal.addEventListener('abort', () => {
        listeners.delete(listener);
        stop();
      });
    },
    async register({ email, password, displayName }) {
      registering = true;
      try {
        return await attempt(async () => {
          const { user } = await createUserWithEmailAndPassword(auth, email, password);
          await updateProfile(user, { displayName });
          // The first token was made before there was a name, and the server knows the name from there.
          await getIdToken(user, true);
        });
      } finally {
        registering = false;
        if (auth.currentUser) tell();
      }
    },
    signIn: ({ email, password }) => attempt(() => signInWithEmailAndPassword(auth, email, password)),
    signInWithGoogle: () =>
      attempt(async () => {
        if (import.meta.env.VITE_EMULATORS) return (await import('./emulated-google.ts')).signInAtEmulator(auth);
        return signInWithPopup(auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
      }),
    resetPassword: (email) => attempt(() => sendPasswordResetEmail(auth, email)),
    signOut: () => signOut(auth),
    token: async (uid, refresh) => (auth.currentUser?.uid === uid ? getIdToken(auth.currentUser, refresh) : null),
  };
}

const describe = (user: User | null): SignedInUser | null =>
  user && { uid: user.uid, email: user.email ?? '', displayName: user.displayName ?? '' };

async function attempt(action: () => Promise<unknown>): Promise<AuthProblem | null> {
  try {
    await action();
    return null;
  } catch (error) {
    if (!(error instanceof FirebaseError)) return 'unknown';
    if (GIVEN_UP.has(error.code)) return null;
    return isKnown(error.code) ? PROBLEMS[error.code] : 'unknown';
  }
}
