import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, inject } from 'vitest';
import { type Config, readConfig } from '../../firebase/functions/src/config.ts';
import { connectFirebase } from '../../firebase/functions/src/repositories/firebase.ts';
import { createSystem, type System } from '../../firebase/functions/src/system.ts';
import { createApi } from '../../firebase/functions/src/wiring.ts';
import { createApiClient, type Person } from './api-client.ts';

/** Tests are quicker than people; those of the rate limit set their own. */
const UNHURRIED = { readsPerMinute: 1e9, mutationsPerMinute: 1e9, strangersPerMinute: 1e9 };

const RUN = randomUUID();

/** A Firestore for each test file: without triggers, and without other tests' documents, which the emulator looks through at every query. */
function ownProject(): string {
  const { testPath = '' } = expect.getState();
  return `demo-splitifyd-${createHash('sha256').update(RUN).update(testPath).digest('hex').slice(0, 12)}`;
}

/** The real app, listening in this process, in front of the emulators, on data of this test file. */
export const startBackend = (overrides: Partial<System> = {}, configured: Partial<Config> = {}) =>
  startBackendOn(ownProject(), overrides, configured);

/** The same on the data that the emulators' functions, rules and page are for. */
export const startWatchedBackend = () => startBackendOn(inject('emulators').projectId);

async function startBackendOn(dataProject: string, overrides: Partial<System> = {}, configured: Partial<Config> = {}) {
  const { projectId, authUrl } = inject('emulators');
  const accounts = connectFirebase(projectId, randomUUID());
  const data = connectFirebase(dataProject, randomUUID());
  const firebase = { ...data, auth: accounts.auth };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (...event: unknown[]) => console.error(...event) };
  const app = createApi(
    firebase,
    { ...readConfig({ GCLOUD_PROJECT: projectId, SPLITIFYD_VERSION: 'test' }), rateLimits: UNHURRIED, ...configured },
    { ...createSystem(), log, ...overrides },
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    ...firebase,
    url,
    ...createApiClient(url),
    signUp: () => signUp(authUrl),
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([accounts.close(), data.close()]);
    },
  };
}

export type Backend = Awaited<ReturnType<typeof startBackend>>;

async function signUp(authUrl: string): Promise<Person> {
  const response = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${randomUUID()}@example.test`, password: 'correct horse', returnSecureToken: true }),
  });
  const { localId, idToken } = (await response.json()) as { localId: string; idToken: string };
  return { userId: localId, token: idToken };
}
