import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DESKTOP = { viewport: { width: 1280, height: 900 }, locale: 'en-IE' };

test('two people share their first expenses: each sees the other’s changes live, with exact balances and transfers', async () => {
  const mine = await newPage(browser, DESKTOP);
  await mine.goto(journey.pageUrl());
  await journey.register(mine, journey.newcomer('Runa Falk'));
  await journey.createGroup(mine, 'Lighthouse weekend');
  await journey.addPlaceholder(mine, 'Bo Wick');

  const theirs = await newPage(browser, DESKTOP);
  await theirs.goto(await journey.inviteLink(mine));
  await journey.register(theirs, journey.newcomer('Ada Moor'));
  await theirs.getByRole('button', { name: 'Join the group' }).click();
  await theirs.getByRole('heading', { level: 1, name: 'Lighthouse weekend' }).waitFor();
  await mine.getByText('Ada Moor').first().waitFor();
  await journey.openSection(mine, 'Expenses');

  // 100.00 among three: the odd cent is somebody's, and both pages agree whose.
  await journey.addExpense(mine, 'Ferry tickets', '100');
  await journey.expenseRow(theirs, 'Ferry tickets').waitFor();
  await theirs.getByText('added by Runa Falk').waitFor();
  await journey.addExpense(theirs, 'Fish & chips', '40.50');
  await journey.expenseRow(mine, 'Fish & chips').waitFor();

  const owed = (await journey.ownBalance(mine).textContent()) ?? '';
  expect(owed).toMatch(/^You are owed €53\.1[67]$/);
  const transfers = await journey.suggestedTransfers(mine);
  expect(transfers).toHaveLength(2);
  expect(transfers.map((text) => text.replace(/[\d.]+$/, ''))).toEqual(['Bo Wick pays you €', 'Ada Moor pays you €']);
  const cents = transfers.map((text) => Math.round(Number(text.split('€')[1]) * 100));
  expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(Math.round(Number(owed.split('€')[1]) * 100));
  await expect
    .poll(() => journey.suggestedTransfers(theirs))
    .toContainEqual(transfers[1]?.replace('Ada Moor pays you', 'You pay Runa Falk'));

  await journey.expenseRow(theirs, 'Ferry tickets').getByRole('button').click();
  await theirs.getByRole('button', { name: 'Edit' }).click();
  const sheet = theirs.getByRole('dialog', { name: 'Edit expense' });
  await sheet.getByLabel('Amount', { exact: true }).fill('90');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await mine.getByText('You paid €90.00').waitFor();
  await expect.poll(() => journey.ownBalance(mine).textContent()).toBe('You are owed €46.50');
  await expect.poll(() => journey.ownBalance(theirs).textContent()).toBe('You owe €3.00');

  await journey.act(mine, 'Fish & chips', 'Delete');
  await journey.expenseRow(theirs, 'Fish & chips').waitFor({ state: 'detached' });
  await expect.poll(() => journey.ownBalance(theirs).textContent()).toBe('You owe €30.00');
});

test('an invited person takes over the placeholder that was kept for them, with its balance', async () => {
  const mine = await newPage(browser, DESKTOP);
  await mine.goto(journey.pageUrl());
  await journey.register(mine, journey.newcomer('Ylva Stern'));
  await journey.createGroup(mine, 'Book club', 'JPY');
  await journey.addPlaceholder(mine, 'Kit');
  await journey.openSection(mine, 'Expenses');
  await journey.addExpense(mine, 'Ten paperbacks', '1001');
  await expect.poll(() => journey.ownBalance(mine).textContent()).toMatch(/^You are owed JP¥50[01]$|^You are owed ¥50[01]$/);

  const theirs = await newPage(browser, DESKTOP);
  await theirs.goto(await journey.inviteLink(mine, 'Kit'));
  await journey.register(theirs, journey.newcomer('Kit Arden'));
  await theirs.getByText('You will take the place that was kept for Kit').waitFor();
  await theirs.getByRole('button', { name: 'Join the group' }).click();
  await expect.poll(() => journey.ownBalance(theirs).textContent()).toMatch(/^You owe (JP)?¥50[01]$/);
  await journey.expenseRow(theirs, 'Ten paperbacks').waitFor();
});

test('who signs out and in again finds their groups; a wrong password is refused in plain words and keeps what was typed', async () => {
  const page = await newPage(browser, { ...DESKTOP, expected: [/400 \(Bad Request\)/] });
  const person = journey.newcomer('Orla Penn');
  await page.goto(journey.pageUrl());
  await journey.register(page, person);
  await journey.createGroup(page, 'Kiln hire');

  await page.getByText('Account: Orla Penn').or(page.getByLabel('Account: Orla Penn')).first().click();
  await page.getByText('Sign out').click();
  await journey.signIn(page, { ...person, password: 'something-else' });
  await page.getByText('That e-mail and password do not belong together.').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(person.email);
  await journey.signIn(page, person);
  await page
    .getByRole('link', { name: /Kiln hire/ })
    .or(page.getByRole('heading', { name: 'Kiln hire' }))
    .waitFor();
});
