import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

export interface Firebase {
  db: Firestore;
  auth: Auth;
  close(): Promise<void>;
}

/** Connects to the project, or to the emulators that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST name. */
export function connectFirebase(projectId: string, name?: string): Firebase {
  const app = initializeApp({ projectId }, name);
  const db = getFirestore(app);
  db.settings({ preferRest: false, ignoreUndefinedProperties: false });
  return { db, auth: getAuth(app), close: () => deleteApp(app) };
}
