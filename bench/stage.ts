import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Firestore } from 'firebase-admin/firestore';
import type { BrowserContext, Page } from 'playwright-core';
import { preview } from 'vite';
import { connectFirebase } from '../firebase/functions/src/repositories/firebase.ts';
import { buildFunctionsFor, buildPageFor } from '../scripts/build.ts';
import { asPerson, type Credentials, type Person } from '../scripts/demo/person.ts';
import { startEmulators } from '../scripts/emulators/emulators.ts';
import { type EmulatorPorts, HOST } from '../scripts/emulators/ports.ts';
import { inProject } from '../scripts/project.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { admit, createGroup, expenseBody, type GroupHandle } from './ledger.ts';

const API_PORT = 25_100;
const SITE_PORT = 25_101;

export type Visitor = 'reader' | 'germanReader' | 'nobody';

/**
 * What the measurements share: emulators with the real triggers, the API on plain Node (the functions emulator would measure its own
 * process handling), the built page in front of it, a browser, and a group with two members.
 */
export interface Stage {
  projectId: string;
  ports: EmulatorPorts;
  authUrl: string;
  siteUrl: string;
  pageFolder: string;
  firestore: Firestore;
  credentials: Record<'writer' | 'reader', Credentials>;
  writer: Person;
  reader: Person;
  group: GroupHandle;
  newPerson(displayName: string): Promise<Person>;
  newCredentials(displayName: string): Credentials;
  /** A page in the profile of the signed-in reader, in one where the browser speaks German, or in an empty one. */
  openPage(as: Visitor): Promise<Page>;
  close(): Promise<void>;
}

/** @throws Explained when it was interrupted while the emulators were starting; nothing is left running then */
export async function openStage(log: (line: string) => void, interrupted: AbortSignal): Promise<Stage> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    return await build({ log, interrupted, closers, close });
  } catch (failure) {
    await close();
    throw failure;
  }
}

interface Building {
  log(line: string): void;
  interrupted: AbortSignal;
  closers: (() => unknown)[];
  close(): Promise<void>;
}

async function build({ log, interrupted, closers, close }: Building): Promise<Stage> {
  const pageFolder = await buildPageFor('bench');
  const emulators = await startEmulators({
    suite: 'bench',
    functionsFolder: await buildFunctionsFor('bench'),
    pageFolder,
    onProgress: log,
    interrupted,
  });
  closers.push(() => emulators.stop());
  const { ports, projectId } = emulators;
  const authUrl = `http://${HOST}:${ports.auth}`;
  const apiUrl = `http://${HOST}:${API_PORT}/api/v1`;
  Object.assign(process.env, {
    GCLOUD_PROJECT: projectId,
    FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${ports.auth}`,
  });
  const api = await startApi();
  closers.push(() => api.kill());
  const site = await servePage(pageFolder);
  closers.push(() => site.close());
  const siteUrl = `http://${HOST}:${SITE_PORT}`;
  const browser = await launchBrowser({ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  closers.push(() => browser.close());

  const firebase = connectFirebase(projectId);
  closers.push(() => firebase.close());

  const newPerson = (displayName: string) => asPerson(authUrl, apiUrl, credentialsOf(displayName));
  const credentials = { writer: credentialsOf('Nell Brandt'), reader: credentialsOf('Otis Lund') };
  const writer = await asPerson(authUrl, apiUrl, credentials.writer);
  const reader = await asPerson(authUrl, apiUrl, credentials.reader);
  const group = await createGroup(writer, 'Cabin at the lake');
  group.memberIds.push(await admit(writer, reader, group));
  for (const description of ['Firewood', 'Boat hire', 'Breakfast']) {
    await writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), description) });
  }
  const english = { locale: 'en-IE' };
  const contexts: Record<Visitor, BrowserContext> = {
    reader: await browser.newContext(english),
    germanReader: await browser.newContext({ locale: 'de-DE' }),
    nobody: await browser.newContext(english),
  };
  await signIn(contexts.reader, siteUrl, credentials.reader);
  await signIn(contexts.germanReader, siteUrl, credentials.reader);

  return {
    projectId,
    ports,
    authUrl,
    siteUrl,
    pageFolder,
    firestore: firebase.db,
    credentials,
    writer,
    reader,
    group,
    newPerson,
    newCredentials: credentialsOf,
    openPage: (as) => contexts[as].newPage(),
    close,
  };
}

const credentialsOf = (displayName: string): Credentials => ({
  displayName,
  email: `${displayName.toLowerCase().replace(' ', '.')}.${randomUUID().slice(0, 8)}@example.test`,
  password: 'bench-pass-1',
});

/** The same Express app that the function wraps, as a process of its own. */
async function startApi() {
  const api = spawn(process.execPath, ['--import', 'tsx', inProject('firebase/functions/src/plain-node.ts')], {
    cwd: inProject(),
    // Nobody is as busy as a bench: its figures are to be those of the code, not of the rate limit.
    env: { ...process.env, PORT: String(API_PORT), READS_PER_MINUTE: '1000000', MUTATIONS_PER_MINUTE: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = createInterface({ input: api.stdout });
  await Promise.race([once(output, 'line'), once(api, 'exit').then(() => Promise.reject(new Error('The API did not start')))]);
  return api;
}

async function servePage(outDir: string) {
  const known = process.listeners('SIGTERM');
  const site = await preview({
    root: inProject('webapp-v2'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: HOST, port: SITE_PORT, strictPort: true, proxy: { '/api': `http://${HOST}:${API_PORT}` } },
  });
  // Vite would end this process at the first kill, before the emulators are ended.
  for (const listener of process.listeners('SIGTERM')) if (!known.includes(listener)) process.off('SIGTERM', listener);
  return site;
}

/** In whatever language the page speaks. */
async function signIn(context: BrowserContext, siteUrl: string, { email, password }: Credentials): Promise<void> {
  const page = await context.newPage();
  await page.goto(siteUrl);
  await page.getByRole('radio', { name: /^(Sign in|Anmelden)$/ }).check();
  await page.locator('input[type="email"]').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Cabin at the lake' }).waitFor();
  await page.close();
}
