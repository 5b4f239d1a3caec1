import type { Handlers } from '../handler.ts';

/** `reachFirestore` is any read that fails when Firestore does not answer. */
export const healthHandlers = (version: string, reachFirestore: () => Promise<unknown>): Pick<Handlers, 'getHealth'> => ({
  async getHealth() {
    const firestore = await reachFirestore().then(
      () => true,
      () => false,
    );
    return { status: firestore ? 'ok' : 'degraded', version, firestore };
  },
});
