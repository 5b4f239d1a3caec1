import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import type { Stage } from './stage.ts';

const kilobytes = (bytes: number) => bytes / 1000;

/** Gzipped size of every script of the built page, by the path it is served under. */
function gzippedScripts(pageFolder: string): Map<string, number> {
  const names = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [`/${name}`, gzipSync(readFileSync(join(pageFolder, name)), { level: 9 }).length]));
}

/** Scripts that a page asked for until `usable` resolved, and those that followed. */
async function scriptsOf(page: Page, usable: () => Promise<unknown>, sizes: Map<string, number>) {
  const asked: { path: string; at: number }[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (sizes.has(path)) asked.push({ path, at: performance.now() });
  });
  await usable();
  const usableAt = performance.now();
  await page.waitForTimeout(2500);
  const sum = (paths: string[]) => paths.reduce((total, path) => total + (sizes.get(path) ?? 0), 0);
  const before = new Set(asked.filter(({ at }) => at <= usableAt).map(({ path }) => path));
  const after = new Set(asked.map(({ path }) => path).filter((path) => !before.has(path)));
  return { before: sum([...before]), after: sum([...after]) };
}

/** Gzipped JavaScript that the browser really asks for before a page can be used, and after it. */
export async function measureBundle(stage: Stage): Promise<Figure[]> {
  const sizes = gzippedScripts(stage.pageFolder);
  const visit = async (person: 'nobody' | 'reader', path: string, ready: (page: Page) => Promise<unknown>) => {
    const page = await stage.openPage(person);
    const scripts = await scriptsOf(
      page,
      async () => page.goto(`${stage.siteUrl}${path}`, { waitUntil: 'commit' }).then(() => ready(page)),
      sizes,
    );
    await page.close();
    return scripts;
  };
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
  const signIn = await visit('nobody', '/', (page) => page.getByRole('textbox', { name: /e-mail/i }).waitFor());
  const dashboard = await visit('reader', '/', (page) => page.getByRole('link', { name: stage.group.name }).waitFor());
  const group = await visit('reader', `/groups/${stage.group.id}`, (page) => heading(page, stage.group.name));
  return [
    { what: 'JS before sign-in is usable, gzip', value: kilobytes(signIn.before), unit: 'kB', budget: 60 },
    { what: 'JS before the groups list is usable, gzip', value: kilobytes(dashboard.before), unit: 'kB', budget: 90 },
    { what: 'JS before an open group is usable, gzip', value: kilobytes(group.before), unit: 'kB', budget: 100 },
    { what: 'JS that follows after paint (Firestore and sync), gzip', value: kilobytes(group.after), unit: 'kB', budget: 160 },
  ];
}
