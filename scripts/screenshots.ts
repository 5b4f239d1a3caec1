import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { buildFunctionsFor, buildPageFor } from './build.ts';
import { requireIdle, startEmulators } from './emulators.ts';
import { runMain } from './failure.ts';
import { HOST } from './ports.ts';
import { inProject } from './project.ts';
import { SCENES, type Scene } from './scenes.ts';
import { DEMO_PEOPLE, seed } from './seed.ts';

/** Every picture is there to be looked at; git keeps those that the README shows. */
const FOLDER = inProject('.screenshots');
const README_FOLDER = inProject('docs/screenshots');
const IN_README = ['group-desktop-light', 'groups-phone-light', 'group-phone-dark', 'add-expense-phone-light'];
const VIEWPORTS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
const THEMES = ['light', 'dark'] as const;

/** Takes the pictures of every scene on a phone's and a desktop's width, light and dark, of the seeded demo. */
async function main(): Promise<number> {
  await requireIdle('bench');
  const emulators = await startEmulators({
    suite: 'bench',
    functionsFolder: await buildFunctionsFor('bench'),
    pageFolder: await buildPageFor('bench'),
    onProgress: (line) => console.log(line),
  });
  const siteUrl = `http://${HOST}:${emulators.ports.hosting}`;
  try {
    await seed({ apiUrl: `${siteUrl}/api/v1`, authUrl: `http://${HOST}:${emulators.ports.auth}`, log: (line) => console.log(line) });
    const browser = await launchBrowser();
    try {
      for (const folder of [FOLDER, README_FOLDER]) mkdirSync(folder, { recursive: true });
      for (const device of ['phone', 'desktop'] as const) {
        for (const theme of THEMES) await shoot(browser, siteUrl, device, theme);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await emulators.stop();
  }
  return 0;
}

async function shoot(browser: Browser, siteUrl: string, device: keyof typeof VIEWPORTS, theme: (typeof THEMES)[number]): Promise<void> {
  const context = await browser.newContext({
    viewport: VIEWPORTS[device],
    colorScheme: theme,
    locale: 'en-IE',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  for (const scene of SCENES) {
    await page.goto(siteUrl);
    if (scene.signedIn) await signInOnce(page);
    await scene.arrange(page);
    await settle(page);
    await save(page, scene, `${device}-${theme}`);
  }
  await context.close();
}

async function save(page: Page, { name }: Scene, variant: string): Promise<void> {
  const file = `${name}-${variant}.png`;
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, file) });
  if (IN_README.includes(`${name}-${variant}`)) copyFileSync(join(FOLDER, file), join(README_FOLDER, file));
  console.log(file);
}

async function signInOnce(page: Page): Promise<void> {
  const [mara] = DEMO_PEOPLE;
  if (mara === undefined) throw new Error('The demo has no accounts');
  const form = page.getByLabel('E-mail');
  const groups = page.getByRole('heading', { level: 1, name: 'Groups' });
  await form.or(groups).first().waitFor();
  if (await form.isVisible()) {
    await form.fill(mara.email);
    await page.getByLabel('Password', { exact: true }).fill(mara.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await groups.waitFor();
}

/** Until listeners are up and nothing is being loaded any more. */
const settle = (page: Page) => page.waitForTimeout(800);

runMain(main);
