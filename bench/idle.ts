import type { CDPSession, Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import type { Stage } from './stage.ts';

/** Until everything is loaded, and how long is looked at, in ms: some ticks of all that runs by the clock but the five-minute compare. */
const CALM_MS = 4_000;
const WATCHED_MS = 20_000;

/** What an open group's page costs while nothing happens, of one core: its main thread, and its whole process. */
export async function measureIdle(stage: Stage): Promise<Figure[]> {
  const page = await stage.openPage('reader');
  await page.goto(`${stage.siteUrl}/groups/${stage.group.id}`);
  await page.locator('main li button').first().waitFor();
  await page.waitForTimeout(CALM_MS);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const browser = await browserSession(page);
  const before = { tasks: await taskSeconds(devtools), process: await rendererSeconds(browser), at: performance.now() };
  await page.waitForTimeout(WATCHED_MS);
  const after = { tasks: await taskSeconds(devtools), process: await rendererSeconds(browser), at: performance.now() };
  await page.close();
  const share = (seconds: number) => (100 * seconds * 1000) / (after.at - before.at);
  return [
    { what: 'Open group, nothing happens for 20 s: main thread busy', value: share(after.tasks - before.tasks), unit: '%', budget: 5 },
    {
      what: 'Open group, nothing happens for 20 s: CPU of the page’s process',
      value: share(after.process - before.process),
      unit: '%',
      budget: 5,
    },
  ];
}

async function browserSession(page: Page): Promise<CDPSession> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  return browser.newBrowserCDPSession();
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** CPU time of all pages' processes; besides the one that is watched only empty ones are there. */
async function rendererSeconds(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
