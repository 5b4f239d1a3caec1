import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Explained } from '../failure.ts';
import { untilAborted } from '../interruption.ts';

const READY = 'All emulators ready';
const START_TIMEOUT_MS = 120_000;
const PATIENCE_MS = 10_000;

interface ReadinessOptions {
  child: ChildProcess;
  exited: Promise<void>;
  logFile: string;
  onProgress: (line: string) => void;
  interrupted: AbortSignal | undefined;
}

type Outcome = 'ready' | 'exited' | 'late' | 'interrupted';

/** Resolves when firebase-tools says that all emulators are up; its output goes to the log. @throws Explained when that does not happen */
export async function untilReady({ child, exited, logFile, onProgress, interrupted }: ReadinessOptions): Promise<void> {
  const log = createWriteStream(logFile);
  const lines: string[] = [];
  const isReady = new Promise<Outcome>((resolve) => {
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
  const patience = setInterval(() => onProgress(`… emulators are starting (${Math.round((Date.now() - started) / 1000)} s)`), PATIENCE_MS);
  const outcome = await Promise.race<Outcome>([
    isReady,
    exited.then(() => 'exited'),
    sleep(START_TIMEOUT_MS, 'late', { ref: false }),
    untilAborted(interrupted).then(() => 'interrupted'),
  ]);
  clearInterval(patience);
  if (outcome === 'interrupted') throw new Explained('Interrupted before the emulators were ready; nothing is left running.');
  const failure = failureOf(outcome, lines);
  if (failure !== null) throw new Explained(`${failure}: the whole story is in ${logFile}.`);
}

function failureOf(outcome: 'ready' | 'exited' | 'late', lines: readonly string[]): string | null {
  if (outcome === 'ready') {
    // firebase-tools starts all the same when the functions do not load; every request would then be a 404.
    if (!lines.some((line) => line.includes('Failed to load function definition'))) return null;
    const cause = lines.find((line) => line.startsWith('Failed to generate manifest')) ?? '';
    return `The functions could not be loaded (${cause.trim()})`;
  }
  const complaint = lines.filter((line) => /Error|⚠|✖/.test(line)).at(-1) ?? lines.at(-1) ?? 'no output';
  const what = outcome === 'late' ? `were not ready after ${START_TIMEOUT_MS / 1000} s` : 'did not start';
  return `The emulators ${what} (last message: ${complaint.trim()})`;
}
