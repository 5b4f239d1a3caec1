import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo, plainApi, SOON, visit } from './two-people.ts';

/** Far above the budget, since all processes share the machine, and far below the polling that would heal a lost poke. */
const LIVE_MS = 5000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** As on an old phone with a poor connection. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 25_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);
}

test('[INV1] 40 expenses in a burst all appear on the other pages, a slow one too, which end with the exact balances', async () => {
  const group = await groupOfTwo('Burst', await plainApi());
  const [reader, writer] = await Promise.all([visit(browser, group, 'reader'), visit(browser, group, 'writer')]);
  await slowDown(writer);

  await Promise.all(Array.from({ length: 40 }, (_, index) => group.post(`Round ${index + 1}`, 200 * (index + 1))));
  const written = performance.now();
  await expect.poll(() => journey.ownBalance(reader).textContent(), { timeout: LIVE_MS, interval: 50 }).toBe('You owe €820.00');
  expect(performance.now() - written).toBeLessThan(LIVE_MS);
  expect(await reader.getByText(/^Round \d+$/).count()).toBe(40);
  await expect.poll(() => journey.ownBalance(writer).textContent(), SOON).toBe('You are owed €820.00');
  expect(await writer.getByText(/^Round \d+$/).count()).toBe(40);
});

test('[NEWS1] [NEWS3] a form that is half typed survives changes by others, which are told aloud when it has closed', async () => {
  const { groupId, credentials, post } = await groupOfTwo('Half typed');
  const page = await newPage(browser, { locale: 'en-IE' });
  await page.goto(journey.pageUrl(`/groups/${groupId}`));
  await journey.signIn(page, credentials.reader);
  await page.getByRole('button', { name: 'Add expense' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await sheet.getByLabel('Description').pressSequentially('Candl');
  await post('Matches', 300);
  await journey.expenseRow(page, 'Matches').waitFor();
  expect(await sheet.getByLabel('Description').evaluate((input) => document.activeElement === input)).toBe(true);
  await page.keyboard.type('es');
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Candles');
  const told = page.getByText('Hale Winter added “Matches”, €3.00');
  expect(await told.count()).toBe(0);
  await page.keyboard.press('Escape');
  await told.waitFor();
});

test('[INV9] [CONF1] an edit of an expense that somebody else changed meanwhile shows theirs beside mine and overwrites nothing', async () => {
  const { groupId, credentials, writer, post } = await groupOfTwo('Stale');
  const expenseId = await post('Bicycle', 10_000);
  const page = await newPage(browser, { locale: 'en-IE' });
  await page.goto(journey.pageUrl(`/groups/${groupId}`));
  await journey.signIn(page, credentials.reader);
  await journey.expenseRow(page, 'Bicycle').getByRole('button').click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit expense' });
  await sheet.getByLabel('Description').fill('Bicycle, blue');

  await writer.call('updateExpense', { params: { groupId, expenseId }, version: 1, body: { description: 'Bicycle, red' } });
  await sheet.getByText('Hale Winter changed this expense while you had it open.').waitFor();
  await sheet.getByText('Currently saved: Description: “Bicycle, red”', { exact: true }).waitFor();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Bicycle, blue');
  await sheet.getByRole('button', { name: 'Use the saved version' }).click();
  expect(await sheet.getByLabel('Description').inputValue()).toBe('Bicycle, red');
});

test('[INV9] [WRITE7] an amount that both have changed, one of them offline, is shown beside mine and kept until one is chosen', async () => {
  const group = await groupOfTwo('Two amounts');
  const { groupId, writer, writerId, readerId } = group;
  const expenseId = await group.post('Bicycle', 10_000);
  const page = await visit(browser, group, 'reader', { expected: [/412|DISCONNECTED/] });
  await journey.goOffline(page);
  await journey.expenseRow(page, 'Bicycle').getByRole('button').click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit expense' });
  const amount = sheet.getByLabel('Amount', { exact: true });
  await amount.fill('120');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await journey.expenseRow(page, 'not sent yet').waitFor();
  const split = { mode: 'equal' as const, entries: { [writerId]: 1, [readerId]: 1 } };
  const body = { amount: 15_000, currency: 'EUR', payers: { [writerId]: 15_000 }, split, note: 'with a lamp' };
  await writer.call('updateExpense', { params: { groupId, expenseId }, version: 1, body });
  await page.context().setOffline(false);

  await page.getByRole('button', { name: 'Look at it again' }).click();
  const theirs = 'Currently saved: Amount: Hale Winter paid €150.00; Equally: You €75.00 and Hale Winter €75.00';
  await sheet.getByText(theirs, { exact: true }).waitFor();
  expect(await amount.inputValue()).toBe('120.00');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await sheet.getByText(theirs, { exact: true }).waitFor();
  const amountOf = async () => (await writer.call('getExpense', { params: { groupId, expenseId } })).amount;
  expect(await amountOf()).toBe(15_000);

  await sheet.getByRole('button', { name: 'Keep my version' }).click();
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(amountOf, SOON).toBe(12_000);
  expect(await writer.call('getExpense', { params: { groupId, expenseId } })).toMatchObject({ note: 'with a lamp', version: 3 });
});
