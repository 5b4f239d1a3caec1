import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { getFunctions, type TaskQueue } from 'firebase-admin/functions';

export interface Firebase {
  db: Firestore;
  auth: Auth;
  /** The queue in front of the task function that is exported under this name, in the region it runs in. */
  taskQueue<Task extends object>(functionName: string, region: string): TaskQueue<Task>;
  close(): Promise<void>;
}

/** Connects to the project, or to the emulators that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST name. */
export function connectFirebase(projectId: string, name?: string): Firebase {
  const app = initializeApp({ projectId }, name);
  const db = getFirestore(app);
  // Naming the domain spares the first request a search for a metadata server, which an emulator's machine does not have.
  db.settings({ clientOptions: { universeDomain: 'googleapis.com' }, preferRest: false, ignoreUndefinedProperties: false });
  return {
    db,
    auth: getAuth(app),
    taskQueue: <Task extends object>(functionName: string, region: string) =>
      getFunctions(app).taskQueue<Task>(`locations/${region}/functions/${functionName}`),
    close: () => deleteApp(app),
  };
}
