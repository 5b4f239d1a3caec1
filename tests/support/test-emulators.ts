import process from 'node:process';
import type { Emulators } from '../../scripts/emulators/emulators.ts';
import { type EmulatorPorts, HOST } from '../../scripts/emulators/ports.ts';

export const HANDED_OVER = 'SPLITIFYD_TEST_EMULATORS';

/** Where the tests find the emulators: `inject('emulators')`. */
export interface TestEmulators {
  projectId: string;
  host: string;
  ports: EmulatorPorts;
  /** The page, such as `http://127.0.0.1:15002`. */
  pageUrl: string;
  /** The API through hosting and the functions emulator. */
  apiUrl: string;
  authUrl: string;
  /** What Admin SDKs in this process must find in the environment. */
  adminEnv: Record<string, string>;
  pageBuilt: boolean;
}

export function testEmulators({ ports, projectId }: Emulators, { pageBuilt }: { pageBuilt: boolean }): TestEmulators {
  const pageUrl = `http://${HOST}:${ports.hosting}`;
  return {
    projectId,
    host: HOST,
    ports,
    pageUrl,
    apiUrl: `${pageUrl}/api/v1`,
    authUrl: `http://${HOST}:${ports.auth}`,
    adminEnv: {
      GCLOUD_PROJECT: projectId,
      FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
      FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${ports.auth}`,
      CLOUD_TASKS_EMULATOR_HOST: `${HOST}:${ports.tasks}`,
      // Or Google's libraries ask the network whether this machine is one of Google's.
      METADATA_SERVER_DETECTION: 'none',
    },
    pageBuilt,
  };
}

export function fromEnvironment(): TestEmulators | undefined {
  const handed = process.env[HANDED_OVER];
  return handed === undefined ? undefined : JSON.parse(handed);
}
