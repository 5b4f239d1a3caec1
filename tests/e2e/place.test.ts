import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { type GroupOfTwo, groupOfTwo, plainApi, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOKED_AT = 'Round 8';
const phone = { viewport: { width: 390, height: 844 } };

/** Newer than everything: its rows come in above what is looked at. */
async function rush(group: GroupOfTwo, label: string): Promise<void> {
  await Promise.all(Array.from({ length: 5 }, (_, n) => group.post(`${label} ${n + 1}`, 200, { date: '2026-04-01' })));
}

/** How far the top of the row is from that of the window, in CSS pixels. */
const topOf = async (page: Page) => Math.round((await journey.expenseRow(page, LOOKED_AT).last().boundingBox())?.y ?? Number.NaN);

async function scrollTo(page: Page): Promise<number> {
  await journey.expenseRow(page, LOOKED_AT).last().scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 150));
  return topOf(page);
}

const arrived = (page: Page, label: string) => expect.poll(() => page.getByText(new RegExp(`^${label} \\d`)).count(), SOON).toBe(5);

test('[OPEN13] what others add while one looks on moves neither the row looked at nor a selection, on the page, in a field, or below a form', async () => {
  const group = await groupOfTwo('Long weekend', await plainApi());
  for (let day = 1; day <= 28; day += 1) await group.post(`Round ${day}`, 100, { date: `2026-02-${String(day).padStart(2, '0')}` });
  const page = await visit(browser, group, 'reader', phone);
  await journey.expenseRow(page, 'Round 28').waitFor();

  const before = await scrollTo(page);
  const text = page.getByText(LOOKED_AT, { exact: true });
  await text.evaluate((element) => getSelection()?.selectAllChildren(element));
  await rush(group, 'Snack');
  await arrived(page, 'Snack');
  expect(await topOf(page)).toBe(before);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(LOOKED_AT);

  const search = page.getByRole('textbox', { name: 'Search expenses' });
  await search.fill('Round');
  await expect.poll(() => page.getByText(/^Snack \d/).count()).toBe(0);
  await search.evaluate((field: HTMLInputElement) => field.setSelectionRange(1, 4));
  const found = await scrollTo(page);
  await rush(group, 'Round late');
  await expect.poll(() => page.getByText(/^Round late \d/).count(), SOON).toBe(5);
  expect(await topOf(page)).toBe(found);
  expect(await selectionIn(page)).toEqual(['Round', 1, 4]);
  await search.fill('');

  const behind = await scrollTo(page);
  await page.getByRole('button', { name: 'Add expense' }).click();
  await page.getByRole('dialog').getByLabel('Description').fill('Candles');
  await page
    .getByRole('dialog')
    .getByLabel('Description')
    .evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 5));
  await rush(group, 'Drink');
  await arrived(page, 'Drink');
  expect(await selectionIn(page)).toEqual(['Candles', 2, 5]);
  expect(await topOf(page)).toBe(behind);
});

/** What is typed and marked in the field that has the focus. */
const selectionIn = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement ? [field.value, field.selectionStart, field.selectionEnd] : null;
  });
