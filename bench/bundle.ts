import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';
import type { Stage } from './stage.ts';

declare global {
  interface Window {
    usableAt: number;
  }
}

/** Gzipped size in kB of every script of the built page, by the path it is served under. */
function gzippedScripts(pageFolder: string): Map<string, number> {
  const names = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [`/${name}`, gzipSync(readFileSync(join(pageFolder, name)), { level: 9 }).length / 1000]));
}

/** The scripts that a page asked for before `usable` (a selector) was there, and those that followed, in kB gzipped. */
async function visit(stage: Stage, as: 'nobody' | 'reader', path: string, usable: string) {
  const sizes = gzippedScripts(stage.pageFolder);
  const page = await stage.openPage(as);
  await page.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(selector) === null) return;
      window.usableAt = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  }, usable);
  await page.goto(`${stage.siteUrl}${path}`);
  await page.locator(usable).first().waitFor();
  await page.waitForTimeout(2500);
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ path: new URL(name).pathname, early: startTime <= window.usableAt })),
  );
  await page.close();
  const sum = (early: boolean) =>
    asked.filter((script) => script.early === early).reduce((total, { path: script }) => total + (sizes.get(script) ?? 0), 0);
  return { before: sum(true), after: sum(false) };
}

/** Gzipped JavaScript that the browser really asks for before a page can be used, and after it. */
export async function measureBundle(stage: Stage): Promise<Figure[]> {
  const signIn = await visit(stage, 'nobody', '/', 'input[type="email"]');
  const dashboard = await visit(stage, 'reader', '/', 'a[href^="/groups/"]');
  const group = await visit(stage, 'reader', `/groups/${stage.group.id}`, 'main li button');
  return [
    { what: 'JS before sign-in is usable, gzip', value: signIn.before, unit: 'kB', budget: 60 },
    { what: 'JS before the groups list is usable, gzip', value: dashboard.before, unit: 'kB', budget: 90 },
    { what: 'JS before an open group is usable, gzip', value: group.before, unit: 'kB', budget: 100 },
    { what: 'JS that follows after paint (Firestore), gzip', value: group.after, unit: 'kB', budget: 160 },
  ];
}
