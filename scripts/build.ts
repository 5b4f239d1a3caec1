import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildFunctions } from '../firebase/functions/build.ts';
import { projectIdOf } from './emulators/emulators.ts';
import { HOST, portsOf, type SuiteName } from './emulators/ports.ts';
import { Explained } from './failure.ts';
import { emulatorHome, inProject } from './project.ts';

const FUNCTIONS = inProject('firebase/functions');
const WEBAPP = inProject('webapp-v2');

export const VITE = inProject('webapp-v2/node_modules/vite/bin/vite.js');

/** Where a suite's hosting serves the page from; each has its own, because the emulators' addresses are built into it. */
export const pageFolderOf = (suite: SuiteName): string => join(emulatorHome(suite), 'page');

/** What the page is told at build time so that it talks to this suite's emulators. */
export function pageEnvironment(suite: SuiteName): Record<string, string> {
  const ports = portsOf(suite);
  const projectId = projectIdOf(suite);
  return {
    VITE_FIREBASE_CONFIG: JSON.stringify({ projectId, apiKey: 'demo', authDomain: `${projectId}.firebaseapp.com` }),
    VITE_EMULATORS: JSON.stringify({ auth: `http://${HOST}:${ports.auth}`, firestore: `${HOST}:${ports.firestore}` }),
  };
}

/** Builds the page for a suite's emulators. @throws Explained when Vite fails; its output has been shown by then. */
export async function buildPageFor(suite: SuiteName): Promise<string> {
  const folder = pageFolderOf(suite);
  await buildPage(folder, pageEnvironment(suite));
  return folder;
}

/** Builds the page as it is deployed, which talks to no emulators. @throws Explained when Vite fails */
export async function buildDeployedPage(folder: string): Promise<void> {
  const { VITE_FIREBASE_CONFIG = '' } = pageEnvironment('bench');
  await buildPage(folder, { VITE_FIREBASE_CONFIG, VITE_EMULATORS: '' });
}

/** For building the page as it is deployed, also where tests call: Vite would take over their NODE_ENV, and with it JSX for development. */
export const productionEnvironment = (own: NodeJS.ProcessEnv, told: Record<string, string>): NodeJS.ProcessEnv => ({
  ...own,
  ...told,
  NODE_ENV: 'production',
});

async function buildPage(folder: string, env: Record<string, string>): Promise<void> {
  const vite = spawn(process.execPath, [VITE, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: WEBAPP,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: productionEnvironment(process.env, env),
  });
  const code = await new Promise((resolve) => vite.once('exit', resolve));
  if (code !== 0) throw new Explained('The page could not be built: the output above says where.');
}

/** Bundles the functions and copies them for one suite, so that a rebuild for another never reloads them under a running test. */
export async function buildFunctionsFor(suite: SuiteName): Promise<string> {
  await buildFunctions();
  const folder = join(emulatorHome(suite), 'functions');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(FUNCTIONS, 'dist'), folder, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  linkRuntime(folder);
  return folder;
}

/** Rebuilds the functions whenever a source changes; the emulator reloads them by itself. */
export async function watchFunctions(): Promise<{ folder: string; stop(): Promise<void> }> {
  const watcher = await buildFunctions({ watch: true });
  const folder = join(FUNCTIONS, 'dist');
  linkRuntime(folder);
  return { folder, stop: () => watcher.stop() };
}

/** firebase-tools looks for the functions SDK's command in `node_modules/.bin` of the folder it loads, not further up. */
function linkRuntime(folder: string): void {
  const link = join(folder, 'node_modules');
  if (!existsSync(link)) symlinkSync(join(FUNCTIONS, 'node_modules'), link, 'dir');
}
