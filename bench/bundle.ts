import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDeployedPage } from '../scripts/build.ts';
import { emulatorHome } from '../scripts/project.ts';
import type { Figure } from './figure.ts';
import type { Stage, Visitor } from './stage.ts';

declare global {
  interface Window {
    usableAt: number;
  }
}

/** What a script is called but for the hash of its content: `/assets/base-2c4d6e8f.js` is `base`. */
const nameOf = (path: string) => basename(path).replace(/-[\w-]{8}\.js$/, '');

interface Script {
  path: string;
  name: string;
  /** Gzipped. */
  kb: number;
}

/** The scripts of a built page, the smallest first. */
function scriptsOf(pageFolder: string): Script[] {
  const paths = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  const kbOf = (path: string) => gzipSync(readFileSync(join(pageFolder, path)), { level: 9 }).length / 1000;
  return paths.map((path) => ({ path: `/${path}`, name: nameOf(path), kb: kbOf(path) })).sort((a, b) => a.kb - b.kb);
}

/** What each script of the emulators' page weighs in the deployed one. Those of one name, such as two called `members`, differ in size. */
function deployedKb(emulated: string, deployed: string): Map<string, number> {
  const [here, there] = [scriptsOf(emulated), scriptsOf(deployed)];
  return new Map(
    here.map((script) => {
      const ofSameName = ({ name }: Script) => name === script.name;
      const rank = here.filter(ofSameName).indexOf(script);
      return [script.path, there.filter(ofSameName)[rank]?.kb ?? Number.NaN];
    }),
  );
}

interface Visit {
  as: Visitor;
  path: string;
  /** A selector: the page can be used when it is there. */
  usable: string;
}

/** The scripts that a page asked for before it could be used, and those that followed, in kB gzipped. */
async function visit(stage: Stage, sizes: Map<string, number>, { as, path, usable }: Visit) {
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
  // What is preloaded and then imported is named twice.
  const scripts = new Map(asked.toReversed().flatMap(({ path, early }) => (path.endsWith('.js') ? [[path, early] as const] : [])));
  const sum = (early: boolean) =>
    [...scripts].filter(([, isEarly]) => isEarly === early).reduce((total, [path]) => total + (sizes.get(path) ?? Number.NaN), 0);
  return { before: sum(true), after: sum(false) };
}

/**
 * Gzipped JavaScript that the browser really asks for before a page can be used, and after it. What it asks for is seen at the
 * emulators; how large that is, in the build that is deployed, which has Google's sign-in instead of the emulators' addresses.
 */
export async function measureBundle(stage: Stage): Promise<Figure[]> {
  const deployed = join(emulatorHome('bench'), 'deployed-page');
  await buildDeployedPage(deployed);
  const sizes = deployedKb(stage.pageFolder, deployed);
  const signIn = await visit(stage, sizes, { as: 'nobody', path: '/', usable: 'input[type="email"]' });
  const dashboard = await visit(stage, sizes, { as: 'reader', path: '/', usable: 'a[href^="/groups/"]' });
  const openGroup = { path: `/groups/${stage.group.id}`, usable: 'main li button' };
  const group = await visit(stage, sizes, { as: 'reader', ...openGroup });
  const inGerman = await visit(stage, sizes, { as: 'germanReader', ...openGroup });
  return [
    { what: 'JS before sign-in is usable, gzip', value: signIn.before, unit: 'kB', budget: 60 },
    { what: 'JS before the groups list is usable, gzip', value: dashboard.before, unit: 'kB', budget: 90 },
    { what: 'JS before an open group is usable, gzip', value: group.before, unit: 'kB', budget: 100 },
    { what: 'JS before an open group is usable, in German, gzip', value: inGerman.before, unit: 'kB', budget: 100 },
    { what: 'JS that follows after paint (Firestore), gzip', value: group.after, unit: 'kB', budget: 160 },
  ];
}
