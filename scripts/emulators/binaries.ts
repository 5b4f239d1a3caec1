import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { manifestJar } from './manifest-jar.ts';

const FIRESTORE_MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const FIRESTORE_JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
const PUBSUB_BINARY = 'platform/pubsub-emulator/bin/cloud-pubsub-emulator';

/** `firebase-tools` stands for the download that firebase-tools keeps for itself. */
type EmulatorSource = 'environment' | 'google-cloud-cli' | 'firebase-tools';

export interface EmulatorBinaries {
  /** What firebase-tools reads to find emulators that are not its own downloads. */
  env: Record<string, string>;
  firestore: EmulatorSource;
  pubsub: EmulatorSource;
}

/**
 * Where the Firestore and Pub/Sub emulators come from: the environment, else the Google Cloud CLI, else firebase-tools' own download.
 * @param launchers folder for what starts Google Cloud CLI's emulators: its jar names no main class, and its script may belong to root
 */
export function findEmulatorBinaries(launchers: string): EmulatorBinaries {
  const roots = cloudSdkRoots();
  const binaries: EmulatorBinaries = { env: {}, firestore: 'firebase-tools', pubsub: 'firebase-tools' };

  const firestoreJar = firstExisting(roots, FIRESTORE_JAR);
  if (process.env.FIRESTORE_EMULATOR_BINARY_PATH) binaries.firestore = 'environment';
  else if (firestoreJar) {
    binaries.firestore = 'google-cloud-cli';
    binaries.env.FIRESTORE_EMULATOR_BINARY_PATH = writeLauncher(launchers, firestoreJar);
  }

  const pubsub = firstExisting(roots, PUBSUB_BINARY);
  if (process.env.PUBSUB_EMULATOR_BINARY_PATH) binaries.pubsub = 'environment';
  else if (pubsub) {
    binaries.pubsub = 'google-cloud-cli';
    binaries.env.PUBSUB_EMULATOR_BINARY_PATH = writeForwarder(launchers, pubsub);
  }
  return binaries;
}

function writeLauncher(folder: string, jar: string): string {
  const launcher = join(folder, 'firestore-emulator.jar');
  mkdirSync(folder, { recursive: true });
  writeFileSync(launcher, manifestJar(FIRESTORE_MAIN_CLASS, pathToFileURL(jar).href));
  return launcher;
}

/** firebase-tools changes the mode of the file that it is given, which only the file's owner may. */
function writeForwarder(folder: string, script: string): string {
  const forwarder = join(folder, 'pubsub-emulator');
  mkdirSync(folder, { recursive: true });
  writeFileSync(forwarder, `#!/bin/sh\nexec '${script}' "$@"\n`, { mode: 0o755 });
  return forwarder;
}

const firstExisting = (roots: string[], path: string): string | undefined => roots.map((root) => join(root, path)).find(existsSync);

function cloudSdkRoots(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'gcloud'));
  const gcloud = onPath.filter(existsSync).map((command) => dirname(dirname(realpathSync(command))));
  const known = [
    process.env.CLOUDSDK_ROOT_DIR,
    ...gcloud,
    '/usr/lib/google-cloud-sdk',
    '/opt/google-cloud-sdk',
    '/usr/local/google-cloud-sdk',
    join(homedir(), 'google-cloud-sdk'),
  ];
  return known.filter((root): root is string => root !== undefined && root !== '');
}
