/** Where everything runs. Firestore's location cannot be changed later, so nothing else may be elsewhere. */
export const REGION = 'europe-west1';

/** Options of every function, side by side, so that what they cost can be seen at a glance. */
export const FUNCTIONS = {
  api: { region: REGION, memory: '512MiB', concurrency: 80, minInstances: 0, maxInstances: 20, timeoutSeconds: 60 },
  trigger: { region: REGION, memory: '256MiB', concurrency: 40, minInstances: 0, maxInstances: 10, timeoutSeconds: 60 },
  task: { region: REGION, memory: '256MiB', concurrency: 80, minInstances: 0, maxInstances: 5, timeoutSeconds: 60 },
  scheduled: { region: REGION, memory: '256MiB', minInstances: 0, maxInstances: 1, timeoutSeconds: 240 },
} as const;

export interface Config {
  /** Google Cloud project; `demo-…` projects exist in emulators only. */
  projectId: string;
  /** What `GET /health` tells. */
  version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once, at start. @throws when the project is not named. */
export function readConfig(env: Environment): Config {
  const projectId = env.GCLOUD_PROJECT ?? env.GOOGLE_CLOUD_PROJECT ?? projectOf(env.FIREBASE_CONFIG);
  if (!projectId) throw new Error('Set GCLOUD_PROJECT to the id of the Firebase project');
  return { projectId, version: env.SPLITIFYD_VERSION ?? 'development' };
}

function projectOf(firebaseConfig: string | undefined): string | undefined {
  if (!firebaseConfig?.startsWith('{')) return undefined;
  const parsed: { projectId?: string } = JSON.parse(firebaseConfig);
  return parsed.projectId;
}
