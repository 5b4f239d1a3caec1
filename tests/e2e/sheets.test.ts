import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo, visit } from './two-people.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[SHEET3] Back closes a sheet and keeps what was typed; after a saved one it leads to the groups at once', async () => {
  const group = await groupOfTwo('There and back');
  const page = await visit(browser, group, 'writer', PHONE);
  await page.getByRole('link', { name: 'Splitifyd' }).click();
  await page.getByRole('link', { name: /There and back/ }).click();
  const add = page.getByRole('button', { name: 'Add expense' });
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await add.click();
  await sheet.getByLabel('Description').fill('Half typed');
  await page.goBack();
  await sheet.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/groups/${group.groupId}`);
  await page.getByRole('heading', { level: 1, name: 'There and back' }).waitFor();

  await add.click();
  await sheet.getByText('This is what you typed before.').waitFor();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Half typed');
  await sheet.getByLabel('Amount', { exact: true }).fill('12');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await journey.expenseRow(page, 'Half typed').waitFor();
  await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('[SHEET3] from a detail to its form and out again by Back; a link right after a sheet leads where it says', async () => {
  const group = await groupOfTwo('In and out');
  await group.post('Soup', 1200);
  const page = await visit(browser, group, 'writer');
  await journey.act(page, 'Soup', 'Edit');
  await page.getByRole('dialog', { name: 'Edit expense' }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await journey.expenseRow(page, 'Soup').getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await journey.openSection(page, 'Members');
  await page.getByRole('button', { name: 'Edit Isa Thorn' }).waitFor();
  await page.goBack();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/groups/${group.groupId}`);
});

test('[SHEET2] a double tap neither saves a kept draft unseen nor opens the next form after saving', async () => {
  const group = await groupOfTwo('Twice');
  const page = await visit(browser, group, 'writer', PHONE);
  const add = page.getByRole('button', { name: 'Add expense' });
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  const save = sheet.getByRole('button', { name: 'Save' });
  const twice = async (spot: { x: number; y: number }) => {
    await page.touchscreen.tap(spot.x, spot.y);
    await page.touchscreen.tap(spot.x, spot.y);
  };
  await add.click();
  await sheet.getByLabel('Description').fill('Kept');
  await sheet.getByLabel('Amount', { exact: true }).fill('12');
  const box = (await save.boundingBox()) ?? expect.fail('Save is not in sight');
  const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.goBack();
  await sheet.waitFor({ state: 'detached' });

  await twice(spot);
  await sheet.getByText('This is what you typed before.').waitFor();
  expect(await save.isVisible()).toBe(true);
  // As long as a reader looks at least.
  await page.waitForTimeout(600);
  await twice(spot);
  await journey.expenseRow(page, 'Kept').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('[SHEET4] the strip of the scrollbar is as dim as the page beside it', async () => {
  const desktop = await launchBrowser({ ignoreDefaultArgs: ['--hide-scrollbars'] });
  onTestFinished(() => desktop.close());
  const group = await groupOfTwo('Dim');
  const page = await visit(desktop, group, 'writer', { viewport: { width: 1280, height: 400 } });
  await page.getByRole('button', { name: 'Add expense' }).click();
  await page.getByRole('dialog', { name: 'Add expense' }).waitFor();
  const [strip, beside] = [await patch(page, 1270), await patch(page, 1255)];
  expect(strip.equals(beside)).toBe(true);
});

/** A few points of the lower edge, as a picture. */
const patch = (page: Page, x: number) => page.screenshot({ clip: { x, y: 390, width: 4, height: 4 } });
