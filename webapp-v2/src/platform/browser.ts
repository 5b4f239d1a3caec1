import { type Clock, systemClock } from './clock.ts';
import { config } from './config.ts';
import { type FirebaseAuth, startFirebaseAuth } from './firebase-auth.ts';
import { browserHttp, type Http } from './http.ts';
import { afterPaint, askBeforeClosing, browserLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Listen } from './live-query.ts';
import { logError } from './log.ts';
import { type Randomness, systemRandomness } from './randomness.ts';
import { visits } from './remembered-visit.ts';

/** Everything outside the program that the program works with. */
export interface Platform {
  clock: Clock;
  randomness: Randomness;
  http: Http;
  lifecycle: Lifecycle;
  auth: FirebaseAuth;
  visits: typeof visits;
  /** Loads Firestore, which is the heaviest part of the page. */
  loadFirestore(): Promise<Listen>;
  afterPaint(): Promise<void>;
  askBeforeClosing(isAtRisk: () => boolean, signal: AbortSignal): void;
  logError(event: string, fields: Record<string, unknown>): void;
  apiBase: string;
  /** Of the page itself, for links to hand on. */
  origin: string;
}

export function browserPlatform(): Platform {
  const auth = startFirebaseAuth();
  let listen: Listen | undefined;
  return {
    clock: systemClock,
    randomness: systemRandomness,
    http: browserHttp,
    lifecycle: browserLifecycle,
    auth,
    visits,
    async loadFirestore() {
      const { startFirestore } = await import('./firestore-listener.ts');
      // Firestore may be initialised once an app only, also when another account signs in.
      listen ??= startFirestore(auth.app);
      return listen;
    },
    afterPaint,
    askBeforeClosing,
    logError,
    apiBase: config.apiBase,
    origin: location.origin,
  };
}
