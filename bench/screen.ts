import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type Figure, median, quantile } from './figure.ts';
import { admit, createGroup, expenseBody } from './ledger.ts';
import type { Stage } from './stage.ts';

const ADDITIONS = 40;
/** The emulators may still be busy with the last change; whoever uses the page does not share a processor with them. */
const PAUSE_MS = 400;
const ROWS = 100;
const ROUNDS = 5;

declare global {
  interface Window {
    clickedAt: number;
    drawnAt: number;
  }
}

/** What the page does by itself: own changes before any answer, and a page of 100 changes by somebody else. */
export async function measureScreen(stage: Stage): Promise<Figure[]> {
  const own = await ownChanges(stage);
  const applied = await rowUpdates(stage);
  return [
    { what: 'Own expense, click on Save → row in the page, p95', value: quantile(own, 0.95), unit: 'ms', budget: 16 },
    { what: 'Own expense, click on Save → row in the page, median', value: median(own), unit: 'ms' },
    { what: '100 changed rows, answer → all drawn, median', value: median(applied), unit: 'ms', budget: 50 },
  ];
}

async function ownChanges(stage: Stage): Promise<number[]> {
  const page = await stage.openPage('reader');
  await page.goto(`${stage.siteUrl}/groups/${stage.group.id}`);
  const durations: number[] = [];
  for (let index = 0; index < ADDITIONS; index += 1) {
    const description = `Parcel ${randomUUID().slice(0, 8)}`;
    await page.getByRole('button', { name: 'Add expense' }).first().click();
    const sheet = page.getByRole('dialog', { name: 'Add expense' });
    await sheet.getByLabel('Description').fill(description);
    await sheet.getByLabel('Amount', { exact: true }).fill('12.34');
    await watchForRow(page, description);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.waitForFunction(() => window.drawnAt > 0);
    durations.push(await page.evaluate(() => window.drawnAt - window.clickedAt));
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.close();
  return durations;
}

const watchForRow = (page: Page, description: string) =>
  page.evaluate((text) => {
    window.drawnAt = 0;
    window.addEventListener('click', (event) => (window.clickedAt = event.timeStamp), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('main')?.textContent?.includes(text)) return;
      window.drawnAt = performance.now();
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, description);

/** All rows of a group change while the page is offline; when it comes back one pull brings them all. */
async function rowUpdates(stage: Stage): Promise<number[]> {
  const { writer, siteUrl } = stage;
  const group = await createGroup(writer, 'Hundred rows');
  group.memberIds.push(await admit(writer, stage.reader, group));
  const params = { groupId: group.id };
  const ids = Array.from({ length: ROWS }, () => randomUUID());
  for (const id of ids) await writer.call('createExpense', { params, body: expenseBody(group, id, 'Round 0') });

  const page = await stage.openPage('reader');
  await page.goto(`${siteUrl}/groups/${group.id}`);
  await loadEveryRow(page);
  const durations: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await page.context().setOffline(true);
    for (const expenseId of ids) {
      await writer.call('updateExpense', { params: { ...params, expenseId }, version: round, body: { description: `Round ${round}` } });
    }
    await page.evaluate(
      ([text, rows]) => {
        window.drawnAt = 0;
        new MutationObserver((_, observer) => {
          if ((document.querySelector('main')?.textContent?.split(text).length ?? 0) <= rows) return;
          window.drawnAt = performance.now();
          observer.disconnect();
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      [`Round ${round}`, ROWS] as const,
    );
    await page.context().setOffline(false);
    await page.waitForFunction(() => window.drawnAt > 0);
    durations.push(
      await page.evaluate(() => {
        const pulls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/changes?'));
        const answers = pulls.map((pull) => ('responseEnd' in pull ? Number(pull.responseEnd) : 0)).filter((at) => at <= window.drawnAt);
        return window.drawnAt - Math.max(...answers);
      }),
    );
  }
  await page.close();
  return durations;
}

async function loadEveryRow(page: Page): Promise<void> {
  const rows = page.getByText('Round 0', { exact: true });
  await rows.first().waitFor();
  while ((await rows.count()) < ROWS) {
    const more = page.getByRole('button', { name: 'Show older expenses' });
    if (await more.isVisible()) await more.click();
    await page.waitForTimeout(200);
  }
}
