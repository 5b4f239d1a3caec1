import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog, type Log } from './observability/log.ts';
import type { Surroundings } from './services/ports.ts';

/** What the code takes from the machine it runs on. Everything else gets it from here. */
export interface System extends Surroundings {
  newId(): string;
  log: Log;
}

export const createSystem = (): System => ({
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
  newId: randomUUID,
  log: createLog((line) => process.stdout.write(`${line}\n`)),
});
