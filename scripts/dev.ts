import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { pageEnvironment, pageFolderOf, VITE, watchFunctions } from './build.ts';
import { serveDemo } from './demo/demo.ts';
import { requireIdle } from './emulators/emulators.ts';
import { HOST, portsOf, requireFree } from './emulators/ports.ts';
import { runMain } from './failure.ts';
import { interruption } from './interruption.ts';
import { inProject } from './project.ts';

/** Far enough from hosting's 5002 to move with it under the same offset. */
const PAGE_PORT_FROM_HOSTING = 171;

runMain(async () => {
  const interrupted = interruption();
  const { hosting } = portsOf('demo');
  const pagePort = hosting + PAGE_PORT_FROM_HOSTING;
  await requireIdle('demo');
  await requireFree({ page: pagePort });
  console.log('Building and watching the functions …');
  const functions = await watchFunctions();
  // Hosting is there for the API's address only; Vite serves the page.
  const pageFolder = pageFolderOf('demo');
  mkdirSync(pageFolder, { recursive: true });

  let vite: ChildProcess | undefined;
  const serveSources = () => {
    vite = spawn(process.execPath, [VITE, '--host', HOST, '--port', String(pagePort), '--strictPort'], {
      cwd: inProject('webapp-v2'),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...pageEnvironment('demo'), SPLITIFYD_API_PROXY: `http://${HOST}:${hosting}` },
    });
    return `http://${HOST}:${pagePort}`;
  };
  try {
    return await serveDemo({ functionsFolder: functions.folder, pageFolder, interrupted, onReady: serveSources });
  } finally {
    vite?.kill('SIGTERM');
    await functions.stop();
  }
});
