import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { emulatorHome, inProject } from '../project.ts';

/** What a step of `npm test` came to. A tool such as the compiler counts as one test. */
export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  /** Why a step failed although no test of it did. */
  remark?: string;
}

/** Where suites leave what they covered, until it is merged. */
export const COVERAGE_BLOBS = join(emulatorHome('test'), 'coverage');
const RESULTS = join(emulatorHome('test'), 'results');

interface SuiteOptions {
  /** Extra environment of the tests. */
  env?: Record<string, string>;
  /** Measure line coverage, to be merged with that of other suites. */
  covered?: boolean;
}

/** Runs one of the installed tools with its output shown; resolves with its exit code. */
function show(tool: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(inProject('node_modules/.bin', tool), args, {
    cwd: inProject(),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = Date.now();
  return { result: await work(), seconds: (Date.now() - started) / 1000 };
}

/** One tool, one verdict. */
export async function tool(name: string, command: string, args: string[]): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const { result: code, seconds } = await timed(() => show(command, args));
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; name: string; assertionResults: { status: string }[] }[];
}

/** One project of vitest.config.ts. A file that cannot even be loaded, a skipped test and a suite without tests all count as failures. */
export async function suite(project: string, { env = {}, covered = false }: SuiteOptions = {}): Promise<Outcome> {
  console.log(`\n── ${project}`);
  const file = join(RESULTS, `${project}.json`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(file, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  if (covered) args.push('--coverage', '--reporter=blob', `--outputFile.blob=${join(COVERAGE_BLOBS, `${project}.json`)}`);
  const { result: code, seconds } = await timed(() => show('vitest', args, env));
  const report: Report | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { name: project, seconds, ...judge(report, code) };
}

/** @param exitCode Vitest's: it is not 0 either where something failed outside of every test, such as a set-up or a stray rejection */
export function judge(report: Report | undefined, exitCode: number): Pick<Outcome, 'passed' | 'failed' | 'remark'> {
  if (report === undefined) return { passed: 0, failed: 1, remark: 'crashed before it could report' };
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + broken.length + skipped;
  if (report.numPassedTests + failed === 0) return { passed: 0, failed: 1, remark: 'ran no test' };
  if (failed === 0 && exitCode !== 0) return { passed: report.numPassedTests, failed: 1, remark: 'an error outside of the tests' };
  const remarks = [broken.length > 0 ? `${broken.length} file(s) could not run` : '', skipped > 0 ? `${skipped} skipped` : ''].filter(
    (part) => part !== '',
  );
  return { passed: report.numPassedTests, failed, ...(remarks.length > 0 ? { remark: remarks.join(', ') } : {}) };
}

/** Prints the table and, as the very last line, the sum; gives the exit code. */
export function conclude(outcomes: Outcome[]): number {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  console.log(`\n${'step'.padEnd(width)}  passed  failed  seconds`);
  for (const { name, passed, failed, seconds, remark } of outcomes) {
    const figures = [String(passed).padStart(6), String(failed).padStart(6), seconds.toFixed(1).padStart(7)];
    console.log(`${name.padEnd(width)}  ${figures.join('  ')}${remark === undefined ? '' : `  ${remark}`}`);
  }
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
