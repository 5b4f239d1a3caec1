import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../../scripts/project.ts';

// What is deployed, as the runtime gets it: the built files alone in a folder, with the packages that its package.json names.

const run = promisify(execFile);
const DEPLOYED = ['index.js', 'index.js.map', 'package.json', '.env'];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'splitifyd-functions-'));
  for (const file of DEPLOYED) copyFileSync(inProject('firebase/functions/dist', file), join(folder, file));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, GCLOUD_PROJECT: 'demo-bundle' };

test('installed in an empty folder, it loads and exports every function', async () => {
  const print = "import('./index.js').then((exported) => { console.log(JSON.stringify(Object.keys(exported).sort())); process.exit(0); })";
  const { stdout } = await run(process.execPath, ['-e', print], { cwd: folder, env });
  expect(JSON.parse(stdout)).toEqual(['api', 'cleanNotifications', 'flushNotification', 'onExpenseWritten', 'onGroupWritten']);
});

test('what firebase-tools learns of it names every parameter, and a value for each stands beside it', async () => {
  const manifest = join(folder, 'functions.yaml');
  const discovery = { ...env, FUNCTIONS_CONTROL_API: 'true', FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest };
  const { stdout, stderr } = await run(join(folder, 'node_modules/.bin/firebase-functions'), ['.'], { cwd: folder, env: discovery });
  expect(`${stdout}${stderr}`).not.toContain('This is usually a mistake');
  const { params, endpoints, requiredAPIs } = JSON.parse(readFileSync(manifest, 'utf8'));
  const values = [...readFileSync(join(folder, '.env'), 'utf8').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(params.map(({ name }: { name: string }) => name).sort()).toEqual(values.sort());
  for (const endpoint of Object.values(endpoints)) expect(endpoint).toMatchObject({ region: '{{ params.SPLITIFYD_REGION }}' });
  expect(requiredAPIs.map(({ api }: { api: string }) => api).sort()).toEqual([
    'cloudscheduler.googleapis.com',
    'cloudtasks.googleapis.com',
  ]);
});

test('it carries the shared package, no tests and no emulators, and little else', () => {
  const { sources }: { sources: string[] } = JSON.parse(readFileSync(join(folder, 'index.js.map'), 'utf8'));
  expect(sources.some((path) => path.includes('packages/shared/src/contract/routes.ts'))).toBe(true);
  expect(sources.filter((path) => /\.test\.|\/testing\/|vitest|fast-check|webapp-v2|firebase-tools/.test(path))).toEqual([]);
  const locales = sources.filter((path) => path.includes('/zod/v4/locales/'));
  expect(locales.map((path) => path.split('/').at(-1))).toEqual(['en.js']);
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const installed = (name: string) => JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  expect(Object.keys(dependencies).sort()).toEqual(['firebase-admin', 'firebase-functions']);
  for (const [name, version] of Object.entries(dependencies)) expect([name, version]).toEqual([name, installed(name)]);
  expect(readFileSync(join(folder, 'index.js')).length).toBeLessThan(2_000_000);
});

test('it tells the version of its package, and the commit or time that tells two deployments apart', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [, told = ''] = /SPLITIFYD_VERSION: "([^"]+)"/.exec(readFileSync(join(folder, 'index.js'), 'utf8')) ?? [];
  expect(told.split('+')[0]).toBe(version);
  expect(told.split('+')[1]).toMatch(/^([0-9a-f]{12}|[0-9a-f]{12}\.\d{14}|\d{14})$/);
});
