import { LIMITS } from '@splitifyd/shared/contract';
import { defineInt, defineString } from 'firebase-functions/params';

// What a deployment may choose. The defaults stand in `.env` too, where the emulators and unattended deployments read them.

/** Where everything runs. Firestore's location cannot be changed later, and firebase.json names the same region to hosting. */
export const region = defineString('SPLITIFYD_REGION', { default: 'europe-west1', description: 'Region of all functions' });

const API = {
  memory: defineInt('API_MEMORY_MIB', { default: 512 }),
  concurrency: defineInt('API_CONCURRENCY', { default: 80 }),
  minInstances: defineInt('API_MIN_INSTANCES', {
    default: 0,
    description: '1 spares the first caller the cold start, for the price of it',
  }),
  maxInstances: defineInt('API_MAX_INSTANCES', { default: 20 }),
};

const WORKER = {
  memory: defineInt('WORKER_MEMORY_MIB', { default: 256 }),
  concurrency: defineInt('WORKER_CONCURRENCY', { default: 40 }),
  minInstances: defineInt('WORKER_MIN_INSTANCES', { default: 0 }),
  maxInstances: defineInt('WORKER_MAX_INSTANCES', { default: 10 }),
};

// Read by config.ts from the environment, where every parameter ends up.
defineInt('READS_PER_MINUTE', { default: LIMITS.readsPerMinute });
defineInt('MUTATIONS_PER_MINUTE', { default: LIMITS.mutationsPerMinute });
defineInt('STRANGERS_PER_MINUTE', { default: LIMITS.strangersPerMinute });
defineInt('PROXY_HOPS', { default: 2, description: 'Proxies that add to X-Forwarded-For: hosting and the front end of Google' });

/** Options of every function, side by side, so that what they cost can be seen at a glance. */
export const FUNCTIONS = {
  api: { region, ...API, timeoutSeconds: 60 },
  trigger: { region, ...WORKER, timeoutSeconds: 60 },
  task: { region, ...WORKER, timeoutSeconds: 60 },
  scheduled: { region, memory: WORKER.memory, minInstances: 0, maxInstances: 1, timeoutSeconds: 240 },
} as const;
