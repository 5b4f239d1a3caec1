import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { buildFunctionsFor, buildPageFor } from './build.ts';
import { seedHeavyLoad } from './demo/heavy-load.ts';
import { seed } from './demo/seed.ts';
import { requireIdle, startEmulators } from './emulators/emulators.ts';
import { HOST } from './emulators/ports.ts';
import { runMain } from './failure.ts';
import { inProject } from './project.ts';
import { SCENES } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';
import { openVisitors, type Site, type SPOKEN } from './scenes/visitors.ts';

/** Every picture is there to be looked at; git keeps those that the README shows. */
const FOLDER = inProject('.screenshots');
const README_FOLDER = inProject('docs/screenshots');
const IN_README = ['group-desktop-light', 'groups-phone-light', 'group-phone-dark', 'add-expense-phone-light'];
const EXPENSES = 1000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

interface Variant {
  name: string;
  viewport: { width: number; height: number };
  theme?: 'dark';
  language?: keyof typeof SPOKEN;
  /** Turned round as for a right-to-left script. */
  turned?: true;
}

const VARIANTS: readonly Variant[] = [
  { name: 'phone-light', viewport: PHONE },
  { name: 'phone-dark', viewport: PHONE, theme: 'dark' },
  { name: 'desktop-light', viewport: DESKTOP },
  { name: 'desktop-dark', viewport: DESKTOP, theme: 'dark' },
  { name: 'phone-german', viewport: PHONE, language: 'de' },
  { name: 'phone-turned', viewport: PHONE, turned: true },
  { name: 'desktop-turned', viewport: DESKTOP, turned: true },
];

/** `npm run screenshots`, or `npm run screenshots -- group profile phone-light` for some scenes and variants. */
async function main(): Promise<number> {
  await requireIdle('bench');
  const words = process.argv.slice(2);
  const scenes = chosen(SCENES, words);
  const variants = chosen(VARIANTS, words);
  const emulators = await startEmulators({
    suite: 'bench',
    functionsFolder: await buildFunctionsFor('bench'),
    pageFolder: await buildPageFor('bench'),
    onProgress: (line) => console.log(line),
  });
  const pageUrl = `http://${HOST}:${emulators.ports.hosting}`;
  const site: Site = { pageUrl, apiUrl: `${pageUrl}/api/v1`, authUrl: `http://${HOST}:${emulators.ports.auth}` };
  let failures = 0;
  try {
    const target = { ...site, log: (line: string) => console.log(line) };
    await seed(target);
    if (scenes.some((scene) => scene.as === 'heavy' || scene.as === 'newcomer')) await seedHeavyLoad(target, EXPENSES);
    const browser = await launchBrowser();
    try {
      for (const folder of [FOLDER, README_FOLDER]) mkdirSync(folder, { recursive: true });
      for (const variant of variants) failures += await shoot(browser, site, scenes, variant);
    } finally {
      await browser.close();
    }
  } finally {
    await emulators.stop();
  }
  return failures === 0 ? 0 : 1;
}

/** Those whose name one of the words names; all of them where no word names any. */
function chosen<Named extends { name: string }>(all: readonly Named[], words: readonly string[]): readonly Named[] {
  const some = all.filter(({ name }) => words.includes(name));
  return some.length > 0 ? some : all;
}

/** Gives the number of scenes that could not be arranged; the others do not suffer from them. */
async function shoot(browser: Browser, site: Site, scenes: readonly Scene[], variant: Variant): Promise<number> {
  const { viewport, theme = 'light', language = 'en' } = variant;
  const visitors = openVisitors(browser, site, language, { viewport, colorScheme: theme, deviceScaleFactor: 1 });
  let failures = 0;
  for (const scene of scenes) {
    try {
      const page = await visitors.arrange(scene);
      if (variant.turned) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await settle(page);
      await save(page, `${scene.name}-${variant.name}`);
    } catch (failure) {
      failures++;
      console.error(`✗ ${scene.name}-${variant.name}:`, failure);
    }
  }
  await visitors.close();
  return failures;
}

async function save(page: Page, name: string): Promise<void> {
  const file = `${name}.png`;
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, file) });
  if (IN_README.includes(name)) copyFileSync(join(FOLDER, file), join(README_FOLDER, file));
  console.log(file);
}

/** Until listeners are up and nothing is being loaded any more. */
const settle = (page: Page) => page.waitForTimeout(600);

runMain(main);
