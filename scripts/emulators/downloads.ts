import { spawn } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Explained } from '../failure.ts';
import type { EmulatorBinaries } from './binaries.ts';
import { FIREBASE_CLI, firebaseEnvironment } from './firebase-cli.ts';

interface DownloadOptions {
  home: string;
  onProgress: (line: string) => void;
}

const REMEDIES =
  'connect to the network once, or install the Google Cloud CLI with `gcloud components install cloud-firestore-emulator pubsub-emulator`, or name a jar in FIRESTORE_EMULATOR_BINARY_PATH';

/** Lets firebase-tools fetch what was not found on this machine; it keeps its downloads, so this is quick from the second time on. */
export async function provideDownloads(binaries: EmulatorBinaries, options: DownloadOptions): Promise<{ withPubsub: boolean }> {
  if (binaries.firestore === 'firebase-tools' && !(await download('firestore', options))) {
    throw new Explained(`The Firestore emulator is not on this machine and could not be downloaded: ${REMEDIES}.`);
  }
  const withPubsub = binaries.pubsub !== 'firebase-tools' || (await download('pubsub', options));
  if (!withPubsub) options.onProgress('The Pub/Sub emulator could not be had, so scheduled clean-up does not run; everything else does.');
  return { withPubsub };
}

function download(emulator: 'firestore' | 'pubsub', { home, onProgress }: DownloadOptions): Promise<boolean> {
  const child = spawn(process.execPath, [FIREBASE_CLI, `setup:emulators:${emulator}`], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...firebaseEnvironment(home) },
  });
  createInterface({ input: child.stdout }).on('line', onProgress);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}
