import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { Explained } from '../../scripts/failure.ts';
import { inProject } from '../../scripts/project.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium to test in: `CHROMIUM_PATH`, else on PATH, else playwright's own, else installed now, saying so.
 * @throws Explained when there is none and none can be installed
 */
export function findChromium(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Explained(`CHROMIUM_PATH names ${chosen}, which does not exist: correct or unset it.`);
  const found = chosen || onPath() || ownDownload() || install();
  if (found) return found;
  throw new Explained(
    'No Chromium was found and none could be installed: install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function ownDownload(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function install(): string | undefined {
  const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canUseApt) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    const found = onPath();
    if (found) return found;
  }
  run(process.execPath, [inProject('node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  return ownDownload();
}

function run(command: string, args: string[]): void {
  console.log(`No Chromium on this machine, running: ${[command, ...args].join(' ')}`);
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
