import { createServer } from 'node:net';
import process from 'node:process';
import { Explained } from '../failure.ts';

export const HOST = '127.0.0.1';

const BASE_PORTS = {
  hosting: 5002,
  functions: 5001,
  auth: 9099,
  firestore: 8080,
  firestoreWebsocket: 9150,
  tasks: 9499,
  pubsub: 8085,
  eventarc: 9299,
  hub: 4400,
  logging: 4500,
};

export type EmulatorPorts = typeof BASE_PORTS;

/** Each command has ports of its own, so that the tests and the bench run while the demo is running. */
const OFFSETS = { demo: 0, test: 10_000, bench: 20_000 };
export type SuiteName = keyof typeof OFFSETS;

/** @throws Explained when SPLITIFYD_PORT_OFFSET is no usable number. */
export function portsOf(suite: SuiteName): EmulatorPorts {
  const chosen = Number(process.env.SPLITIFYD_PORT_OFFSET ?? 0);
  if (!Number.isInteger(chosen) || chosen < 0 || chosen > 9_000) {
    throw new Explained('SPLITIFYD_PORT_OFFSET must be a whole number from 0 to 9000: it is added to every port.');
  }
  const shifted = Object.entries(BASE_PORTS).map(([name, port]) => [name, port + OFFSETS[suite] + chosen]);
  return Object.fromEntries(shifted) as EmulatorPorts;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

/** @throws Explained naming the first port another process holds. `hint` may say who that probably is. */
export async function requireFree(ports: Record<string, number>, hint = ''): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Explained(
      `Port ${port} (${name}) is in use by another process${hint}: end that process, or move all ports with SPLITIFYD_PORT_OFFSET=100 in front of the command.`,
    );
  }
}
