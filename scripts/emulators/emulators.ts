import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Explained } from '../failure.ts';
import { untilAborted } from '../interruption.ts';
import { emulatorHome, inProject } from '../project.ts';
import { findEmulatorBinaries } from './binaries.ts';
import { emulatorConfig } from './config.ts';
import { createExportFolder } from './data.ts';
import { provideDownloads } from './downloads.ts';
import { FIREBASE_CLI, firebaseEnvironment } from './firebase-cli.ts';
import { type EmulatorPorts, HOST, portsOf, requireFree, type SuiteName } from './ports.ts';
import { forgetRunning, isAlive, lastRunning, recordRunning } from './running.ts';

const READY = 'All emulators ready';
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
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
  const child = spawn(
    process.execPath,
    [FIREBASE_CLI, 'emulators:start', '--project', projectId, '--config', join(home, 'firebase.json'), '--only', only.join(',')].concat(
      imported === undefined ? [] : ['--import', imported],
    ),
    {
      cwd: home,
      // A group of its own: Ctrl-C in the terminal must reach the emulators only after their data is saved.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...firebaseEnvironment(home), ...binaries.env, ...options.env },
    },
  );
  recordRunning(home, { owner: process.pid, children: [child.pid ?? 0] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const emulatorPids: number[] = [];

  async function end(): Promise<void> {
    if (child.exitCode === null) child.kill('SIGINT');
    await Promise.race([exited, delay(STOP_TIMEOUT_MS)]);
    for (const pid of [child.pid, ...emulatorPids]) if (pid !== undefined && isAlive(pid)) process.kill(-pid, 'SIGKILL');
    forgetRunning(home);
  }

  try {
    await ready(child, { logFile, exited, onProgress, interrupted: options.interrupted });
    emulatorPids.push(...(await pidsOf(ports)));
  } catch (failure) {
    await end();
    throw failure;
  }
  recordRunning(home, { owner: process.pid, children: [child.pid ?? 0, ...emulatorPids] });

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

interface Readiness {
  logFile: string;
  exited: Promise<void>;
  onProgress: (line: string) => void;
  interrupted: AbortSignal | undefined;
}

/** Resolves when firebase-tools says that all emulators are up; its output goes to the log, warnings and errors also to the reader. */
async function ready(child: ChildProcess, { logFile, exited, onProgress, interrupted }: Readiness): Promise<void> {
  const log = createWriteStream(logFile);
  const lines: string[] = [];
  const isReady = new Promise<'ready'>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        lines.push(line);
        if (line.includes(READY)) resolve('ready');
      });
    }
  });
  const started = Date.now();
  const patience = setInterval(() => onProgress(`… emulators are starting (${Math.round((Date.now() - started) / 1000)} s)`), 10_000);
  const outcome = await Promise.race([
    isReady,
    exited.then(() => 'exited' as const),
    delay(START_TIMEOUT_MS).then(() => 'late' as const),
    untilAborted(interrupted).then(() => 'interrupted' as const),
  ]);
  clearInterval(patience);
  // firebase-tools starts all the same when the functions do not load; every request would then be a 404.
  if (outcome === 'ready' && lines.some((line) => line.includes('Failed to load function definition'))) {
    const cause = lines.find((line) => line.startsWith('Failed to generate manifest')) ?? '';
    throw new Explained(`The functions could not be loaded (${cause.trim()}): the whole story is in ${logFile}.`);
  }
  if (outcome === 'ready') return;
  if (outcome === 'interrupted') throw new Explained('Interrupted before the emulators were ready; nothing is left running.');
  const complaint = lines.filter((line) => /Error|⚠|✖/.test(line)).at(-1) ?? lines.at(-1) ?? 'no output';
  const what = outcome === 'late' ? `were not ready after ${START_TIMEOUT_MS / 1000} s` : 'did not start';
  throw new Explained(`The emulators ${what} (last message: ${complaint.trim()}): the whole story is in ${logFile}.`);
}

async function exportTo(ports: EmulatorPorts, path: string): Promise<void> {
  const answer = await fetch(`http://${HOST}:${ports.hub}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, initiatedBy: 'splitifyd' }),
  });
  if (!answer.ok) throw new Error(`the emulators answered ${answer.status} ${await answer.text()}`);
}

/** Firestore and Pub/Sub run as processes in groups of their own, so they are ended by id should firebase-tools fail to. */
async function pidsOf(ports: EmulatorPorts): Promise<number[]> {
  const answer = await fetch(`http://${HOST}:${ports.hub}/emulators`);
  const emulators = Object.values((await answer.json()) as Record<string, { pid?: number }>);
  return emulators.flatMap(({ pid }) => (pid ? [pid] : []));
}

function leftoverHint(home: string): string {
  const last = lastRunning(home);
  if (last === undefined) return '';
  if (isAlive(last.owner)) return `, probably by the same command, which runs as process ${last.owner}`;
  const left = last.children.filter(isAlive);
  return left.length === 0 ? '' : `, probably by what an interrupted run left behind (kill ${left.join(' ')})`;
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
