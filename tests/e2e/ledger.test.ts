import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo, plainApi, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an expense is copied with everything but its day', async () => {
  const group = await groupOfTwo('Copies');
  await group.post('Rent', 90_000, { note: 'as every month' });
  const page = await visit(browser, group, 'writer');
  await journey.act(page, 'Rent', 'Duplicate');
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  expect(await sheet.getByLabel('Amount', { exact: true }).inputValue()).toBe('900.00');
  expect(await sheet.getByLabel('Date').inputValue()).not.toBe('2026-03-02');
  await sheet.getByLabel('Description').fill('Rent again');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await journey.expenseRow(page, 'Rent again').waitFor();
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You are owed €900.00');
  await journey.expenseRow(page, 'Rent again').getByRole('button').click();
  await page.getByRole('dialog').getByText('as every month').waitFor();
});

test('a deletion can be undone for some seconds, by keyboard alone, and the other page never sees it; then it counts', async () => {
  const group = await groupOfTwo('Undone');
  await group.post('Canoe', 4000);
  const mine = await visit(browser, group, 'writer');
  const theirs = await visit(browser, group, 'reader');

  await journey.expenseRow(mine, 'Canoe').getByRole('button').focus();
  await mine.keyboard.press('Enter');
  await journey.pause(mine);
  await mine.getByRole('dialog').getByRole('button', { name: 'Delete' }).focus();
  await mine.keyboard.press('Enter');
  await mine.getByRole('status').getByText('Deleted “Canoe”').waitFor();
  expect(await journey.ownBalance(mine).textContent()).toBe('All settled');
  const undo = mine.getByRole('button', { name: 'Undo' });
  expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
  // The ring that says so is as easy to see as the word.
  expect(await undo.evaluate((button) => getComputedStyle(button).outlineColor === getComputedStyle(button).color)).toBe(true);
  await journey.pause(mine);
  await mine.keyboard.press('Enter');
  await journey.expenseRow(mine, 'Canoe').waitFor();
  expect(await journey.ownBalance(theirs).textContent()).toBe('You owe €20.00');

  await journey.act(mine, 'Canoe', 'Delete');
  await journey.expenseRow(theirs, 'Canoe').waitFor({ state: 'detached' });
  await expect.poll(() => journey.ownBalance(theirs).textContent(), SOON).toBe('All settled');
  await mine.getByText('Deleted “Canoe”').waitFor({ state: 'detached' });
});

test('[INV9] an expense that somebody else deletes while it is edited keeps what was typed and can be added anew', async () => {
  const group = await groupOfTwo('Deleted meanwhile');
  const expenseId = await group.post('Kite', 3000);
  const page = await visit(browser, group, 'reader');
  await journey.act(page, 'Kite', 'Edit');
  const sheet = page.getByRole('dialog', { name: 'Edit expense' });
  await sheet.getByLabel('Description').fill('Kite, red');
  await group.writer.call('deleteExpense', { params: { groupId: group.groupId, expenseId }, version: 1 });
  await sheet.getByText('Hale Winter deleted this expense while you had it open.').waitFor();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Kite, red');
  await sheet.getByRole('button', { name: 'Add it anew' }).click();
  await journey.expenseRow(page, 'Kite, red').waitFor();
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You owe €15.00');
});

test('[DRAFT4] what was half typed survives a reload of the page, and is told once what it was for is gone', async () => {
  const group = await groupOfTwo('Reloaded');
  const page = await visit(browser, group, 'writer');
  await page.getByRole('button', { name: 'Add expense' }).click();
  await page.getByRole('dialog').getByLabel('Description').fill('Half a sent');
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByRole('button', { name: 'Add expense' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await sheet.getByText('This is what you typed before.').waitFor();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Half a sent');
  await sheet.getByRole('button', { name: 'Start over' }).click();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('');

  await page.keyboard.press('Escape');
  const id = await group.post('Flour', 300);
  await journey.act(page, 'Flour', 'Edit');
  await page.getByRole('dialog').getByLabel('Description').fill('Flour and salt');
  await page.keyboard.press('Escape');
  await group.writer.call('deleteExpense', { params: { groupId: group.groupId, expenseId: id }, version: 1 });
  await page.getByText('Flour and salt', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('Flour and salt', { exact: true }).waitFor({ state: 'detached' });
});

/** Scrolls on for as long as what is looked for has not come. */
async function scrollUntil(page: Page, sought: Locator): Promise<void> {
  const scrolled = async () => {
    await page.mouse.wheel(0, 4000);
    return sought.isVisible();
  };
  await expect.poll(scrolled, { interval: 100, timeout: 20_000 }).toBe(true);
}

test('a long ledger goes on by itself while scrolling, and is searched to its end by words, person, category, currency and days', async () => {
  const group = await groupOfTwo('Long ledger', await plainApi());
  const { readerId } = group;
  await group.post('Needle', 7777, { date: '2024-01-01', category: 'health', note: 'in a haystack' });
  await group.post('Plättar', 5000, {
    date: '2024-01-02',
    currency: 'SEK',
    payers: { [readerId]: 5000 },
    split: { mode: 'equal', entries: { [readerId]: 1 } },
  });
  for (let batch = 0; batch < 14; batch += 1) {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        group.post(`Straw ${batch * 10 + n}`, 100, { date: `2025-${String((batch % 12) + 1).padStart(2, '0')}-1${n}` }),
      ),
    );
  }
  const page = await visit(browser, group, 'writer');
  const search = page.getByRole('textbox', { name: 'Search expenses' });
  await search.fill('haystack');
  await page.getByText('1 found').waitFor();
  await journey.expenseRow(page, 'Needle').waitFor();
  await search.fill('plattar');
  await journey.expenseRow(page, 'Plättar').waitFor();
  await search.fill('');

  await page.getByRole('button', { name: 'Filter' }).click();
  const filter = (label: string) => page.getByRole('search').getByLabel(label, { exact: true });
  await filter('Category').selectOption('health');
  await page.getByText('1 found').waitFor();
  await filter('Category').selectOption('');
  await filter('Currency').selectOption('SEK');
  await journey.expenseRow(page, 'Plättar').waitFor();
  await filter('Person').selectOption({ label: 'Hale Winter (you)' });
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await filter('Until').fill('2024-12-31');
  await page.getByText('2 found').waitFor();
  await page.getByRole('button', { name: 'Clear search' }).click();

  expect(await journey.expenseRow(page, 'Needle').count()).toBe(0);
  await scrollUntil(page, journey.expenseRow(page, 'Needle'));
});

test('the activity goes on by itself to the founding of the group', async () => {
  const group = await groupOfTwo('Long story', await plainApi());
  for (let batch = 0; batch < 8; batch += 1)
    await Promise.all(Array.from({ length: 10 }, (_, n) => group.post(`Day ${batch * 10 + n}`, 100)));
  const page = await visit(browser, group, 'reader');
  await journey.openSection(page, 'Activity');
  await scrollUntil(page, page.getByText('Hale Winter created the group'));
});
