import type { FirebaseOptions } from 'firebase/app';

/** Where the emulators listen, as the page reaches them. */
export interface Emulators {
  /** Origin of the Auth emulator: `http://127.0.0.1:9099`. */
  auth: string;
  /** Host and port of the Firestore emulator: `127.0.0.1:8080`. */
  firestore: string;
}

const DEMO: FirebaseOptions = { projectId: 'demo-splitifyd', apiKey: 'demo', authDomain: 'demo-splitifyd.firebaseapp.com' };

/** What the build was told, read once. */
export const config = {
  firebase: import.meta.env.VITE_FIREBASE_CONFIG ? (JSON.parse(import.meta.env.VITE_FIREBASE_CONFIG) as FirebaseOptions) : DEMO,
  apiBase: import.meta.env.VITE_API_BASE ?? '/api/v1',
} as const;

/**
 * The emulators' addresses, where the build names them. Callers test `import.meta.env.VITE_EMULATORS` themselves:
 * it is a constant of the build, so that a production bundle holds no code for emulators.
 */
export const parseEmulators = (json: string): Emulators => JSON.parse(json) as Emulators;
