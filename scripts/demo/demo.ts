import { type Emulators, startEmulators } from '../emulators/emulators.ts';
import { HOST } from '../emulators/ports.ts';
import { untilAborted } from '../interruption.ts';
import { inProject } from '../project.ts';
import { DEMO_PEOPLE, seed } from './seed.ts';

export const DEMO_DATA = inProject('.data');

interface DemoOptions {
  functionsFolder: string;
  pageFolder: string;
  interrupted: AbortSignal;
  /** Called when the emulators are up and seeded; gives the address that the page is at. */
  onReady: (emulators: Emulators) => string;
}

/** Runs the demo until it is interrupted: emulators with kept data, seeded the first time. Resolves with an exit code. */
export async function serveDemo({ functionsFolder, pageFolder, interrupted, onReady }: DemoOptions): Promise<number> {
  console.log('Starting the emulators …');
  const emulators = await startEmulators({
    suite: 'demo',
    functionsFolder,
    pageFolder,
    dataFolder: DEMO_DATA,
    onProgress: (line) => console.log(`  ${line}`),
    interrupted,
  });
  if (!emulators.hadData) await seedOrDiscard(emulators, interrupted);

  if (!interrupted.aborted) console.log(welcome(onReady(emulators), emulators));
  const death = await Promise.race([untilAborted(interrupted), emulators.died]);
  console.log(death ?? '\nSaving the data and stopping …');
  await emulators.stop();
  console.log('Stopped.');
  return death === undefined ? 0 : 1;
}

/** Half a demo must not be kept: the next start would take it for a whole one. */
async function seedOrDiscard(emulators: Emulators, interrupted: AbortSignal): Promise<void> {
  const { ports } = emulators;
  console.log('Creating the demo …');
  try {
    await seed({
      apiUrl: `http://${HOST}:${ports.hosting}/api/v1`,
      authUrl: `http://${HOST}:${ports.auth}`,
      log: (line) => console.log(`  ${line}`),
    });
    await emulators.save();
  } catch (failure) {
    await emulators.stop({ discardData: true });
    throw failure;
  }
  if (interrupted.aborted) await emulators.stop();
}

function welcome(address: string, { logFile }: Emulators): string {
  const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
  const signIns = DEMO_PEOPLE.map(({ email, password }) => `    ${email.padEnd(width)}  ${password}`);
  return [
    '',
    `  Splitifyd is at ${address}`,
    '',
    '  Demo sign-ins:',
    ...signIns,
    '',
    `  Emulator log: ${logFile}`,
    '  Ctrl-C saves the data and stops.',
    '',
  ].join('\n');
}
