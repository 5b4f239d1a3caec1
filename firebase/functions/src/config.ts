import { LIMITS } from '@splitifyd/shared/contract';

/** What the API needs to know of its surroundings besides the project it works on. */
export interface ApiConfig {
  /** What `GET /health` tells. */
  version: string;
  /** Calls a minute; see http/rate-limit.ts. */
  rateLimits: { readsPerMinute: number; mutationsPerMinute: number; strangersPerMinute: number };
  /** Proxies in front of the API that add the caller's address to `X-Forwarded-For`; on Cloud Functions hosting and Google's front end. */
  proxyHops: number;
}

export interface Config extends ApiConfig {
  /** Google Cloud project; `demo-…` projects exist in emulators only. */
  projectId: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once, at start. @throws when the project is not named, or a number is none */
export function readConfig(env: Environment): Config {
  const projectId = env.GCLOUD_PROJECT ?? env.GOOGLE_CLOUD_PROJECT ?? projectOf(env.FIREBASE_CONFIG);
  if (!projectId) throw new Error('Set GCLOUD_PROJECT to the id of the Firebase project');
  return {
    projectId,
    version: env.SPLITIFYD_VERSION ?? 'development',
    rateLimits: {
      readsPerMinute: numberIn(env, 'READS_PER_MINUTE', LIMITS.readsPerMinute),
      mutationsPerMinute: numberIn(env, 'MUTATIONS_PER_MINUTE', LIMITS.mutationsPerMinute),
      strangersPerMinute: numberIn(env, 'STRANGERS_PER_MINUTE', LIMITS.strangersPerMinute),
    },
    proxyHops: numberIn(env, 'PROXY_HOPS', 0),
  };
}

/** Where the API listens on plain Node; 0 takes any free port. Apart from the rest, since Cloud Functions' `PORT` may name a socket. */
export const readPort = (env: Environment): number => numberIn(env, 'PORT', 3000);

function numberIn(env: Environment, name: string, otherwise: number): number {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^\d{1,9}$/.test(value)) throw new Error(`${name} must be a whole number`);
  return Number(value);
}

function projectOf(firebaseConfig: string | undefined): string | undefined {
  if (!firebaseConfig?.startsWith('{')) return undefined;
  const parsed: { projectId?: string } = JSON.parse(firebaseConfig);
  return parsed.projectId;
}
