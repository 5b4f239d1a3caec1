import { randomUUID } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { editInVain, groupOfTwo, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { viewport: { width: 390, height: 844 } };

test('a suggestion is settled in two taps, and the other page shows the payment and that all is settled', async () => {
  const group = await groupOfTwo('Two taps');
  await group.post('Train', 5000);
  const theirs = await visit(browser, group, 'writer');
  const mine = await visit(browser, group, 'reader', PHONE);
  await journey.openSection(mine, 'Balances');

  await journey.settle(mine, 'You pay Hale Winter');
  await mine.getByText('Nobody owes anybody anything.').waitFor();
  await expect.poll(() => journey.ownBalance(theirs).textContent(), SOON).toBe('All settled');
  const row = journey.expenseRow(theirs, 'Isa Thorn paid you');
  await row.waitFor();
  expect(await row.textContent()).toContain('€25.00');
  await theirs.getByText('added by Isa Thorn').waitFor();
});

test('a part is settled, edited, deleted and brought back; each step moves both balances', async () => {
  const group = await groupOfTwo('In parts');
  await group.post('Boat', 10_000);
  const mine = await visit(browser, group, 'reader');
  const theirs = await visit(browser, group, 'writer');

  await mine.getByRole('button', { name: 'Settle up: You pay Hale Winter' }).click();
  const sheet = mine.getByRole('dialog', { name: 'Record a payment' });
  await sheet.getByText('Settles it').waitFor();
  await sheet.getByLabel('Amount', { exact: true }).fill('20');
  await sheet.getByText('€30.00 stays open').waitFor();
  await sheet.getByRole('button', { name: 'Record payment' }).click();
  await expect.poll(() => journey.ownBalance(theirs).textContent(), SOON).toBe('You are owed €30.00');

  await journey.act(mine, 'You paid Hale Winter', 'Edit');
  await mine.getByRole('dialog').getByLabel('Amount', { exact: true }).fill('45.50');
  await mine.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => journey.ownBalance(theirs).textContent(), SOON).toBe('You are owed €4.50');

  await journey.act(mine, 'You paid Hale Winter', 'Delete');
  expect(await journey.ownBalance(mine).textContent()).toBe('You owe €50.00');
  await mine.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => journey.ownBalance(mine).textContent(), SOON).toBe('You owe €4.50');
  await journey.act(mine, 'You paid Hale Winter', 'Delete');
  await expect.poll(() => journey.ownBalance(theirs).textContent(), { timeout: 15_000 }).toBe('You are owed €50.00');
});

test('a payment is recorded freely, in another currency, and no sum mixes the two', async () => {
  const group = await groupOfTwo('Freely');
  await group.post('Lunch', 2000);
  const page = await visit(browser, group, 'writer');
  await page.getByRole('button', { name: 'Record a payment' }).click();
  const sheet = page.getByRole('dialog', { name: 'Record a payment' });
  await sheet.getByLabel('Who got it').selectOption({ label: 'Hale Winter (you)' });
  await sheet.getByText('Choose two different people.').waitFor();
  await sheet.getByLabel('Who got it').selectOption({ label: 'Isa Thorn' });
  await sheet.getByLabel('Currency').selectOption('SEK');
  await sheet.getByRole('button', { name: 'Record payment' }).click();
  await sheet.getByText('Enter an amount.').waitFor();
  await sheet.getByLabel('Amount', { exact: true }).fill('150');
  await sheet.getByLabel('Note').fill('for the bus');
  await sheet.getByRole('button', { name: 'Record payment' }).click();
  await journey.expenseRow(page, 'for the bus').waitFor();
  expect((await journey.ownBalance(page).locator('p').allTextContents()).map((text) => text.replace(/\s/g, ' '))).toEqual([
    'You are owed €10.00',
    'You are owed SEK 150.00',
  ]);
});

test('[INV9] a payment that somebody else changed meanwhile shows theirs beside mine; deleted, it can be added anew', async () => {
  const group = await groupOfTwo('Rivals');
  await group.post('Tent', 8000);
  const [settlementId, params] = [randomUUID(), { groupId: group.groupId }];
  const { readerId, writerId, writer } = group;
  const body = { id: settlementId, from: readerId, to: writerId, amount: 1000, currency: 'EUR', date: '2026-03-03' };
  await writer.call('createSettlement', { params, body });
  const page = await visit(browser, group, 'reader');
  await journey.act(page, 'You paid Hale Winter', 'Edit');
  const sheet = page.getByRole('dialog', { name: 'Edit payment' });
  await sheet.getByLabel('Note').fill('mine');

  await writer.call('updateSettlement', { params: { ...params, settlementId }, version: 1, body: { note: 'theirs' } });
  await sheet.getByText('Hale Winter changed this payment while you had it open.').waitFor();
  expect(await sheet.getByLabel('Note').inputValue()).toBe('mine');
  await sheet.getByRole('button', { name: 'Keep my version' }).click();

  await writer.call('deleteSettlement', { params: { ...params, settlementId }, version: 2 });
  await sheet.getByText('Hale Winter deleted this payment while you had it open.').waitFor();
  expect(await sheet.getByLabel('Note').inputValue()).toBe('mine');
  await sheet.getByRole('button', { name: 'Add it anew' }).click();
  await journey.expenseRow(page, 'mine').waitFor();
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You owe €30.00');
});

test('[INV2] a change that was refused becomes a notice, and what was typed can be looked at again and saved', async () => {
  const group = await groupOfTwo('Refused');
  const page = await editInVain(browser, group);
  await page.context().setOffline(false);

  await page.getByText('Your change was not saved: You paid Hale Winter').waitFor();
  await page.getByText('Hale Winter changed it in the meantime.').waitFor();
  await page.getByRole('button', { name: 'Look at it again' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit payment' });
  expect(await sheet.getByLabel('Amount', { exact: true }).inputValue()).toBe('12.00');
  await expect.poll(() => sheet.getByLabel('Note').inputValue(), SOON).toBe('theirs');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your change was not saved').waitFor({ state: 'detached' });
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You are owed €12.00');
});

/** The lines of an explanation in cents, and what it says they add up to. */
async function postings(sheet: Locator) {
  const amounts = await sheet.locator('dd').allTextContents();
  const cents = amounts.map((text) => Math.round(Number(text.replace(/[^\d.−]/g, '').replace('−', '-')) * 100));
  return { lines: cents.slice(0, -1), sum: cents.at(-1) };
}

test('explanations list what a balance and a debt are made of, and the lines add up', async () => {
  const group = await groupOfTwo('Why');
  const { groupId, readerId, writerId, reader, writer } = group;
  await group.post('Oil', 1001);
  await group.post('Bread', 700, { payers: { [readerId]: 700 } });
  await reader.call('createSettlement', {
    params: { groupId },
    body: { id: randomUUID(), from: readerId, to: writerId, amount: 50, currency: 'EUR', date: '2026-03-04' },
  });
  const page = await visit(browser, group, 'reader');
  await page.getByRole('button', { name: /^Why/ }).click();
  await page.getByText('Debts are simplified').waitFor();
  await page.getByRole('button', { name: 'How this comes about: You' }).click();
  const sheet = page.getByRole('dialog', { name: 'How your balance comes about' });
  await sheet.getByText('Oil').waitFor();
  const balance = await postings(sheet);
  expect(balance.lines).toHaveLength(3);
  expect(balance.lines.reduce((sum, line) => sum + line, 0)).toBe(balance.sum);
  await page.keyboard.press('Escape');

  await writer.call('updateGroup', { params: { groupId }, version: 1, body: { settings: { simplifyDebts: false } } });
  await page.getByRole('button', { name: /^Why/ }).click();
  await page.getByText('Debts are not simplified').waitFor();
  const debt = await postings(page.getByRole('dialog'));
  expect(debt.lines).toHaveLength(3);
  expect(debt.lines.reduce((sum, line) => sum + line, 0)).toBe(debt.sum);
});
