import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { seedHeavyLoad } from '../../scripts/demo/heavy-load.ts';
import { seed } from '../../scripts/demo/seed.ts';
import { SCENES } from '../../scripts/scenes/all.ts';
import { openVisitors, type Visitors } from '../../scripts/scenes/visitors.ts';
import { launchBrowser, watch } from '../support/browser.ts';
import { layoutFaults } from '../support/layout.ts';

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };
const FEW_EXPENSES = 12;

let browser: Browser;
let english: Visitors;
let german: Visitors;
/** What the content security policy refused, as the browser's console tells it. */
const refused: string[][] = [];
const violations = () => refused.flatMap((complaints) => complaints.splice(0)).filter((text) => text.includes('Content Security Policy'));

beforeAll(async () => {
  const site = inject('emulators');
  await seed({ ...site, log: () => {} });
  await seedHeavyLoad({ ...site, log: () => {} }, FEW_EXPENSES);
  browser = await launchBrowser();
  const onContext = (context: BrowserContext) => void refused.push(watch(context));
  english = openVisitors(browser, site, 'en', { viewport: PHONE }, onContext);
  german = openVisitors(browser, site, 'de', { viewport: PHONE }, onContext);
});
afterAll(() => browser.close());

/** Rule and place of everything that axe, which the page must have loaded, objects to. */
async function axeFindings(page: Page): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'] };
  const { violations: found } = await page.evaluate((given) => window.axe.run(given), options);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** As if the reader had changed their browser's languages meanwhile: Chromium's tools change what it tells the page, but do not say that it changed. */
async function whileSpeaking(locale: string, page: Page, look: () => Promise<void>): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const userAgent = await page.evaluate(() => navigator.userAgent);
  const notice = () => page.evaluate(() => dispatchEvent(new Event('languagechange')));
  await tools.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: locale });
  await notice();
  await look();
  await tools.detach();
  await notice();
}

const turn = (page: Page, direction: 'ltr' | 'rtl') => page.evaluate((to) => document.documentElement.setAttribute('dir', to), direction);

describe.each(SCENES)('$name', (scene) => {
  test('[LAY1] axe finds nothing in either theme, all has its place in either direction and in German, and the strict policy refuses nothing', async () => {
    const page = await english.arrange(scene);
    await page.evaluate(AXE);
    for (const viewport of [PHONE, SMALLEST, DESKTOP]) {
      await page.setViewportSize(viewport);
      for (const direction of ['rtl', 'ltr'] as const) {
        await turn(page, direction);
        expect.soft(await layoutFaults(page), `${viewport.width} px wide, ${direction}`).toEqual([]);
      }
      if (viewport === SMALLEST) continue;
      // Colours are the same at every width: each theme is looked at once.
      const colorScheme = viewport === PHONE ? 'light' : 'dark';
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeFindings(page), `${viewport.width} px wide, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(PHONE);

    const lookInGerman = async (spoken: Page) => {
      await spoken.locator('html[lang="de"]').waitFor();
      expect.soft(await layoutFaults(spoken), 'in German').toEqual([]);
    };
    if (scene.isStatic) await lookInGerman(await german.arrange(scene));
    else await whileSpeaking('de-DE', page, () => lookInGerman(page));
    expect(violations()).toEqual([]);
  });
});

test('a script that is not the page’s own is refused', async () => {
  const [scene] = SCENES;
  if (!scene) throw new Error('there are no scenes');
  const page = await english.arrange(scene);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.head.append(script);
  });
  expect(await page.title()).not.toBe('taken over');
  expect(violations()).toHaveLength(1);
});
