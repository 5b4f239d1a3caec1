import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../project.ts';

export const FIREBASE_CLI = inProject('node_modules/firebase-tools/lib/bin/firebase.js');

const FAR_FUTURE_MS = Date.UTC(2100, 0, 1);

/**
 * Environment in which firebase-tools keeps to itself: it takes its settings from a folder of ours, so no account of the developer is
 * used, no usage is reported and neither news nor a newer version is asked for, each of which would hang or warn without a network.
 */
export function firebaseEnvironment(home: string): Record<string, string> {
  const settings = join(home, 'settings');
  mkdirSync(join(settings, 'configstore'), { recursive: true });
  writeFileSync(join(settings, 'configstore/firebase-tools.json'), JSON.stringify({ motd: { fetched: FAR_FUTURE_MS }, usage: false }));
  return {
    XDG_CONFIG_HOME: settings,
    NO_UPDATE_NOTIFIER: '1',
    // Functions are discovered through a file: the default picks a random port near 8000, where two suites may meet.
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
  };
}
