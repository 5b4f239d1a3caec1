import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

interface Running {
  /** The command's own process. */
  owner: number;
  /** firebase-tools and the emulators it started. */
  children: number[];
}

/** Signal 0 asks whether a process exists and touches nothing. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const recordPath = (home: string) => join(home, 'running.json');

export function recordRunning(home: string, running: Running): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(recordPath(home), JSON.stringify(running));
}

export const forgetRunning = (home: string): void => rmSync(recordPath(home), { force: true });

/** What the last command to use this folder left on record; its processes may be long gone. */
export function lastRunning(home: string): Running | undefined {
  return existsSync(recordPath(home)) ? JSON.parse(readFileSync(recordPath(home), 'utf8')) : undefined;
}
