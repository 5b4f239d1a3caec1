import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo } from './two-people.ts';

declare global {
  interface Window {
    shifted: number;
  }
}

const MOST = 0.1;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Sums what moves by itself on every page of the context that is opened from now on. */
const countShifts = (context: BrowserContext) =>
  context.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Loads an address on a slow machine and waits until everything has arrived. */
async function shiftOf(page: Page, address: string, arrived: (page: Page) => Promise<unknown>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address);
  await arrived(page);
  await page.waitForTimeout(1500);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return page.evaluate(() => window.shifted);
}

test.each([
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 800 }],
])('on a %s nothing jumps while the pages load', async (_, viewport) => {
  const page = await newPage(browser, { locale: 'en-IE', viewport });
  await countShifts(page.context());
  expect(await shiftOf(page, journey.pageUrl(), (p) => p.getByLabel('E-mail').waitFor())).toBeLessThan(MOST);
  const { credentials, groupId, post } = await groupOfTwo('Sauna');
  await Promise.all([post('Birch logs', 4800), post('Towels', 1250), post('Lemonade', 780)]);
  await journey.signIn(page, credentials.writer);
  await page.getByRole('link', { name: 'Sauna' }).waitFor();
  const group = journey.pageUrl(`/groups/${groupId}`);
  expect(await shiftOf(page, group, (p) => journey.expenseRow(p, 'Towels').waitFor())).toBeLessThan(MOST);
  expect(await shiftOf(page, journey.pageUrl(), (p) => p.getByRole('link', { name: 'Sauna' }).waitFor())).toBeLessThan(MOST);
  expect(await shiftOf(page, journey.pageUrl('/profile'), (p) => p.getByLabel('Language').waitFor())).toBeLessThan(MOST);
});
