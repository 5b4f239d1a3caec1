import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { FIREBASE_CLI, firebaseEnvironment } from './firebase-cli.ts';
import { forgetRunning, isAlive, recordRunning } from './running.ts';

const STOP_TIMEOUT_MS = 20_000;

interface LaunchOptions {
  home: string;
  args: string[];
  env: Record<string, string>;
}

/** firebase-tools and the emulators that it starts, as processes. */
interface Launched {
  child: ChildProcess;
  exited: Promise<void>;
  /** Firestore and Pub/Sub run as processes in groups of their own, so they are ended by id should firebase-tools fail to. */
  adopt(pids: readonly number[]): void;
  /** Resolves when every process is gone. */
  end(): Promise<void>;
}

export function launch({ home, args, env }: LaunchOptions): Launched {
  const child = spawn(process.execPath, [FIREBASE_CLI, ...args], {
    cwd: home,
    // A group of its own: Ctrl-C in the terminal must reach the emulators only after their data is saved.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...firebaseEnvironment(home), ...env },
  });
  const own = child.pid === undefined ? [] : [child.pid];
  const adopted: number[] = [];
  const record = () => recordRunning(home, { owner: process.pid, children: [...own, ...adopted] });
  record();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    exited,
    adopt(pids) {
      adopted.push(...pids);
      record();
    },
    async end() {
      if (child.exitCode === null) child.kill('SIGINT');
      await Promise.race([exited, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      for (const pid of [child.pid, ...adopted]) if (pid !== undefined && isAlive(pid)) process.kill(-pid, 'SIGKILL');
      forgetRunning(home);
    },
  };
}
