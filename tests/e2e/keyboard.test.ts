import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { enter, tabTo, type } from './keyboard.ts';
import { groupOfTwo, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The element that has the focus, in a word; "body" where the focus is lost. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName.toLowerCase());

test('[KEY1] an expense is edited, a debt settled, somebody invited and the group set up with the keyboard alone, and the focus is never lost', async () => {
  const group = await groupOfTwo('Harbour');
  await group.post('Soup', 1200);
  const page = await visit(browser, group, 'writer');
  const press = (key: string) => page.keyboard.press(key);
  const button = (name: string) => page.getByRole('button', { name });
  const closed = async () => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).not.toBe('body');
  };

  await enter(page, journey.expenseRow(page, 'Soup').getByRole('button'));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Edit' }));
  const expense = page.getByRole('dialog', { name: 'Edit expense' });
  await type(page, expense.getByLabel('Amount', { exact: true }), '30');
  await enter(page, expense.getByRole('button', { name: 'Save' }));
  await closed();
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You are owed €15.00');

  await enter(page, button('Settle up: Isa Thorn pays you'));
  const payment = page.getByRole('dialog', { name: 'Record a payment' });
  await type(page, payment.getByLabel('Amount', { exact: true }), '10');
  await enter(page, payment.getByRole('button', { name: 'Record payment' }));
  await closed();
  await expect.poll(() => journey.ownBalance(page).textContent(), SOON).toBe('You are owed €5.00');

  const nellId = randomUUID();
  await group.writer.call('addMember', { params: { groupId: group.groupId }, body: { id: nellId, displayName: 'Nell Oake' } });
  await group.post('Ferry', 600, { split: { mode: 'equal', entries: { [nellId]: 1 } } });
  await enter(page, button('Settle up: Nell Oake pays you'));
  await enter(page, payment.getByRole('button', { name: 'Record payment' }));
  const next = button('Settle up: Isa Thorn pays you');
  await expect.poll(() => next.evaluate((element) => element === document.activeElement), SOON).toBe(true);

  await enter(page, page.getByRole('link', { name: 'Members' }));
  await enter(page, button('Invite by link'));
  await tabTo(page, page.getByLabel('Role of whoever joins'));
  await press('v');
  await expect.poll(() => page.getByLabel('Role of whoever joins').inputValue()).toBe('viewer');
  await page.getByLabel('Link', { exact: true }).waitFor();
  await press('Escape');
  await closed();
  await enter(page, button('Edit Isa Thorn'));
  await tabTo(page, page.getByRole('radio', { name: /^Member/ }));
  await press('ArrowDown');
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }));
  await closed();
  await page.getByText('may look only').waitFor();

  await enter(page, button('Group settings'));
  const settings = page.getByRole('dialog', { name: 'Group settings' });
  await type(page, settings.getByLabel('Name of the group'), 'Harbour, east');
  await tabTo(page, settings.getByRole('radio', { name: /^On/ }));
  await press('ArrowDown');
  await enter(page, settings.getByRole('button', { name: 'Save' }));
  await settings.getByText('Saved.').waitFor();
  await press('Escape');
  await closed();
  await page.getByRole('heading', { level: 1, name: 'Harbour, east' }).waitFor();

  await enter(page, page.getByRole('link', { name: 'Expenses' }));
  await enter(page, journey.expenseRow(page, 'Soup').getByRole('button'));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await enter(page, button('Undo'));
  await journey.expenseRow(page, 'Soup').waitFor();
  expect(await focused(page)).not.toBe('body');
});
