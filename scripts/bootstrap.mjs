// The door to every command: plain JavaScript on Node alone, because on a fresh clone nothing else is there yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const COMMANDS = {
  start: 'scripts/start.ts',
  dev: 'scripts/dev.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  bench: 'bench/run.ts',
  'reset-demo': 'scripts/reset-demo.ts',
  screenshots: 'scripts/screenshots.ts',
};
const NEED_JAVA = new Set(['start', 'dev', 'test', 'check', 'bench', 'screenshots']);
const NODE_MINIMUM = [20, 19];
const JAVA_MINIMUM = 17;
const PNPM = 'pnpm@12.21.0';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function stopWith(sentence) {
  console.error(`\n✗ ${sentence}`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = NODE_MINIMUM;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  stopWith(
    `Node ${process.versions.node} is too old: version ${wantedMajor}.${wantedMinor} or later is needed, see https://nodejs.org/en/download.`,
  );
}

function requireJava() {
  const remedy = `install version ${JAVA_MINIMUM} or later (Debian and Ubuntu: apt-get install default-jre-headless; macOS: brew install openjdk) and put it on PATH.`;
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (asked.error || asked.status !== 0) stopWith(`Java was not found, and the Firestore emulator runs on it: ${remedy}`);
  const found = /version "(\d+)(?:\.(\d+))?/.exec(asked.stderr + asked.stdout);
  // Java 8 and older call themselves 1.x.
  const major = found ? Number(found[1] === '1' ? found[2] : found[1]) : Number.NaN;
  if (major < JAVA_MINIMUM) stopWith(`Java ${major} is too old for the Firestore emulator: ${remedy}`);
}

/** pnpm leaves a copy of the lockfile it installed from; where the two differ, what is installed is out of date. */
function isInstalled() {
  const installed = join(root, 'node_modules/.pnpm/lock.yaml');
  return existsSync(installed) && readFileSync(installed).equals(readFileSync(join(root, 'pnpm-lock.yaml')));
}

function install() {
  console.log('Installing dependencies (pnpm, frozen lockfile) …');
  const done = spawnSync('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error || done.status !== 0) {
    stopWith(
      'Dependencies could not be installed: the output above says why; check the connection to the npm registry and run the command again.',
    );
  }
}

const [name, ...args] = process.argv.slice(2);
const script = name === undefined ? undefined : COMMANDS[name];
if (script === undefined) stopWith(`Unknown command ${name ?? '(none)'}: use one of ${Object.keys(COMMANDS).join(', ')}.`);
requireNode();
if (NEED_JAVA.has(name)) requireJava();
if (!isInstalled()) install();

// Ctrl-C reaches the whole foreground group, the script included; this process only has to outlive it.
const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root, stdio: 'inherit' });
const parent = process.ppid;
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGTERM'));
// npm runs scripts through a shell that dies of a kill without passing it on.
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
child.on('exit', (code) => process.exit(code ?? 1));
