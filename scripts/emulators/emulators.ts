import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatorHome, inProject } from '../project.ts';
import { findEmulatorBinaries } from './binaries.ts';
import { emulatorConfig } from './config.ts';
import { createExportFolder } from './data.ts';
import { provideDownloads } from './downloads.ts';
import { exportTo, pidsOf } from './hub.ts';
import { launch } from './launch.ts';
import { type EmulatorPorts, portsOf, requireFree, type SuiteName } from './ports.ts';
import { untilReady } from './readiness.ts';
import { isAlive, lastRunning } from './running.ts';

const EXPORT_EVERY_MS = 180_000;

interface EmulatorOptions {
  /** Decides the ports, the project id and the folder of logs. */
  suite: SuiteName;
  functionsFolder: string;
  pageFolder: string;
  /** Where data is kept across runs; without it everything is gone at the end. */
  dataFolder?: string;
  /** Extra environment of the functions. */
  env?: Record<string, string>;
  onProgress: (line: string) => void;
  /** Gives up starting, and leaves nothing behind. */
  interrupted?: AbortSignal;
}

export interface Emulators {
  ports: EmulatorPorts;
  projectId: string;
  /** True where an earlier run's data was found. */
  hadData: boolean;
  logFile: string;
  /** Resolves, with a sentence, when the emulators end without having been told to. */
  died: Promise<string>;
  /** Writes the data to disk now; it also happens every few minutes. */
  save(): Promise<void>;
  /** Saves the data (unless told not to), ends every process and resolves when they are gone. */
  stop(options?: { discardData?: boolean }): Promise<void>;
}

export const projectIdOf = (suite: SuiteName): string => (suite === 'demo' ? 'demo-splitifyd' : `demo-splitifyd-${suite}`);

/**
 * To be asked before anything is built for a suite: a build would reload the functions of one that is running.
 * @throws Explained when one of its ports is taken
 */
export const requireIdle = (suite: SuiteName): Promise<void> => requireFree(portsOf(suite), leftoverHint(emulatorHome(suite)));

/** Starts auth, functions, firestore, hosting, tasks and (where it can be had) Pub/Sub. @throws Explained when something is missing. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { suite, onProgress } = options;
  const home = emulatorHome(suite);
  const ports = portsOf(suite);
  const projectId = projectIdOf(suite);
  const logFile = join(home, 'emulators.log');
  mkdirSync(home, { recursive: true });
  await requireIdle(suite);

  const binaries = findEmulatorBinaries(home);
  const { withPubsub } = await provideDownloads(binaries, { home, onProgress });
  const deployable = JSON.parse(readFileSync(inProject('firebase.json'), 'utf8'));
  const config = emulatorConfig(deployable, { ...options, projectRoot: inProject(), home, ports, withPubsub });
  writeFileSync(join(home, 'firebase.json'), JSON.stringify(config, null, 2));

  const data = options.dataFolder === undefined ? undefined : createExportFolder(options.dataFolder, Date.now);
  const imported = data?.newest();
  const only = ['auth', 'functions', 'firestore', 'hosting', 'tasks', 'eventarc', ...(withPubsub ? ['pubsub'] : [])];
  const { child, exited, adopt, end } = launch({
    home,
    args: [
      ...['emulators:start', '--project', projectId, '--config', join(home, 'firebase.json'), '--only', only.join(',')],
      ...(imported === undefined ? [] : ['--import', imported]),
    ],
    env: { ...binaries.env, ...options.env },
  });
  try {
    await untilReady({ child, exited, logFile, onProgress, interrupted: options.interrupted });
    adopt(await pidsOf(ports));
  } catch (failure) {
    await end();
    throw failure;
  }

  const save = async () => data?.save((target) => exportTo(ports, target));
  const saveOrTell = () => save().catch((failure: unknown) => onProgress(`Data could not be saved this time: ${failure}`));
  const saving = setInterval(saveOrTell, EXPORT_EVERY_MS);
  let stopping: Promise<void> | undefined;
  const stop = async (discardData: boolean) => {
    clearInterval(saving);
    if (child.exitCode === null && !discardData) await saveOrTell();
    await end();
  };
  const died = exited.then(() => {
    // A wanted end is no death: whoever waits for one goes on waiting.
    if (stopping !== undefined) return new Promise<never>(() => {});
    return `The emulators ended by themselves; ${logFile} has their last words.`;
  });
  return {
    ports,
    projectId,
    hadData: imported !== undefined,
    logFile,
    died,
    save,
    stop: ({ discardData = false } = {}) => {
      stopping ??= stop(discardData);
      return stopping;
    },
  };
}

function leftoverHint(home: string): string {
  const last = lastRunning(home);
  if (last === undefined) return '';
  if (isAlive(last.owner)) return `, probably by the same command, which runs as process ${last.owner}`;
  const left = last.children.filter(isAlive);
  return left.length === 0 ? '' : `, probably by what an interrupted run left behind (kill ${left.join(' ')})`;
}
