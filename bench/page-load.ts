import type { Page } from 'playwright-core';
import { type Figure, median } from './figure.ts';
import type { Stage } from './stage.ts';

const LOADS = 5;

/** First load of a signed-in member: navigation start → the groups list can be used, with an empty HTTP cache. */
async function loads(stage: Stage, slowDown: number): Promise<{ usableMs: number; layoutShift: number }[]> {
  const results = [];
  for (let load = 0; load < LOADS; load += 1) {
    const page = await stage.openPage('reader');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.clearBrowserCache');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await watchLayoutShift(page);
    const start = performance.now();
    await page.goto(stage.siteUrl, { waitUntil: 'commit' });
    await page.getByRole('link', { name: stage.group.name }).waitFor();
    const usableMs = performance.now() - start;
    await page.waitForTimeout(1000);
    results.push({ usableMs, layoutShift: await page.evaluate(() => window.layoutShift) });
    await page.close();
  }
  return results;
}

declare global {
  interface Window {
    layoutShift: number;
  }
}

const watchLayoutShift = (page: Page) =>
  page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

export async function measurePageLoad(stage: Stage): Promise<Figure[]> {
  const plain = await loads(stage, 1);
  const slow = await loads(stage, 4);
  return [
    { what: 'First load → usable groups list, median', value: median(plain.map(({ usableMs }) => usableMs)), unit: 'ms', budget: 2000 },
    { what: 'The same at 4× CPU slow-down, median', value: median(slow.map(({ usableMs }) => usableMs)), unit: 'ms', budget: 2000 },
    {
      what: 'Cumulative layout shift, worst load',
      value: Math.max(...[...plain, ...slow].map(({ layoutShift }) => layoutShift)),
      unit: '',
      budget: 0.1,
    },
  ];
}
