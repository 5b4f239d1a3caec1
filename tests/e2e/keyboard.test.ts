import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { enter, tabTo, type } from './keyboard.ts';
import { groupOfTwo, plainApi, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The element that has the focus, in a word; "body" where the focus is lost. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName.toLowerCase());

const expectFocus = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element === document.activeElement), SOON).toBe(true);

/** As when another tab is chosen: a browser without a window does not tell its pages. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** Gives all that is on screen as an alert at any moment until it is asked for. */
async function alertsFromNowOn(page: Page): Promise<() => Promise<string>> {
  const seen = await page.evaluateHandle(() => {
    const texts = new Set<string>();
    const look = () => {
      for (const { textContent } of document.querySelectorAll('[role="alert"]')) texts.add(textContent);
      requestAnimationFrame(look);
    };
    look();
    return texts;
  });
  return () => seen.evaluate((texts) => [...texts].join('\n'));
}

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
  await expectFocus(next);

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
  await page.getByText('can only view').waitFor();

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

  await enter(page, button('Edit Nell Oake'));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Remove from the group…' }));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Remove from the group', exact: true }));
  await page.getByText('left the group').waitFor();
  await closed();

  await enter(page, page.getByRole('link', { name: 'Expenses' }));
  await expectFocus(page.getByRole('link', { name: 'Expenses' }));
  await enter(page, journey.expenseRow(page, 'Soup').getByRole('button'));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await journey.pause(page);
  await enter(page, button('Undo'));
  await expectFocus(journey.expenseRow(page, 'Soup').getByRole('button'));
});

test('[KEY3] [KEY4] [FLOW4] what opens begins with its first field or its content, what goes away hands the focus on, a link leads past the ledger, and who ends a group is not told so', async () => {
  const group = await groupOfTwo('Harbour');
  for (const description of ['Tea', 'Oats', 'Rice', 'Salt', 'Pears']) await group.post(description, 100);
  const expenseId = await group.post('Soup', 1200);
  const page = await visit(browser, group, 'writer', { expected: [/404|403|permission/] });
  const button = (name: string) => page.getByRole('button', { name });
  const sheet = page.getByRole('dialog');

  await enter(page, page.getByRole('link', { name: 'Skip to balances' }));
  await page.keyboard.press('Tab');
  await expectFocus(button('Hale Winter (you) gets back'));
  for (const sought of ['soup', 'zeppelin']) {
    await type(page, page.getByLabel('Search expenses'), sought);
    await enter(page, button('Clear search'));
    await expectFocus(button('Filter'));
  }
  await enter(page, journey.expenseRow(page, 'Soup').getByRole('button'));
  await expectFocus(sheet.locator('.sheet-body'));
  await enter(page, sheet.getByRole('button', { name: 'Edit' }));
  await expectFocus(sheet.getByLabel('Description'));
  await page.keyboard.type(' of the day');
  const params = { groupId: group.groupId, expenseId };
  await group.writer.call('updateExpense', { params, version: 1, body: { description: 'Stew' } });
  await sheet.getByText('This was changed elsewhere while you had it open.').waitFor();
  await page.keyboard.press('Enter');
  await expectFocus(sheet.locator('[data-unsettled]'));
  await enter(page, sheet.getByRole('button', { name: 'Use the saved version' }));
  await expectFocus(sheet.getByLabel('Description'));
  await page.keyboard.type(', warm');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  await page.keyboard.press('Enter');
  await enter(page, sheet.getByRole('button', { name: 'Edit' }));
  await enter(page, sheet.getByRole('button', { name: 'Start over' }));
  await expectFocus(sheet.getByLabel('Description'));
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  await enter(page, button('Settle up: Isa Thorn pays you, €8.50'));
  await expectFocus(sheet.getByLabel('Who paid'));
  await enter(page, sheet.getByRole('button', { name: 'Record payment' }));
  await enter(page, button('Group settings'));
  await expectFocus(sheet.getByLabel('Name of the group'));
  await enter(page, sheet.getByRole('button', { name: 'Leave the group…' }));
  await expectFocus(sheet.getByRole('button', { name: 'Stay' }));
  await page.keyboard.press('Enter');
  await expectFocus(sheet.getByRole('button', { name: 'Leave the group…' }));
  await enter(page, sheet.getByRole('button', { name: 'Delete the group…' }));
  await expectFocus(sheet.getByLabel('To be sure, type its name'));
  await page.keyboard.type(group.name);
  const told = await alertsFromNowOn(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  expect(await told()).not.toContain('is not here any more');
});

test('[KEY3] [SHEET2] [WRITE3] [NEWS3] what goes away hands the focus on, Enter presses once, an Undo that is looked at stays, and what happens behind a sheet is told after it', async () => {
  const group = await groupOfTwo('Harbour', await plainApi());
  await group.post('Soup', 1200);
  await group.writer.call('createInvite', { params: { groupId: group.groupId }, body: { token: randomUUID().replaceAll('-', '') } });
  const page = await newPage(browser, { locale: 'en-IE', viewport: { width: 1280, height: 900 }, expected: [/DISCONNECTED/] });
  await page.addInitScript(() => {
    // Older rows would come by themselves before anybody can ask for them.
    IntersectionObserver.prototype.observe = () => {};
  });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const sheet = page.getByRole('dialog');

  await page.goto(journey.pageUrl(`/groups/${group.groupId}`));
  await page.getByRole('radio', { name: 'Sign in' }).check();
  await enter(page, button('Forgot your password?'));
  await expectFocus(page.getByLabel('E-mail'));
  await enter(page, button('Back to signing in'));
  await expectFocus(page.getByLabel('E-mail'));
  await journey.signIn(page, group.credentials.writer);

  await enter(page, button('Add expense'));
  await expectFocus(sheet.getByLabel('Description'));
  await page.keyboard.type('Pizza');
  await type(page, sheet.getByLabel('Amount', { exact: true }), '9');
  await tabTo(page, sheet.getByLabel('Paid by'));
  await page.keyboard.press('s');
  await expectFocus(sheet.getByLabel(/ paid$/).first());
  await enter(page, button('Back to one person'));
  await expectFocus(sheet.getByLabel('Paid by'));
  await tabTo(page, sheet.getByRole('button', { name: 'Save' }));
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Enter');
  await journey.expenseRow(page, 'Pizza').waitFor();
  await expectFocus(button('Add expense'));
  expect(await sheet.count()).toBe(0);

  await enter(page, journey.expenseRow(page, 'Pizza').getByRole('button'));
  await enter(page, sheet.getByRole('button', { name: 'Delete' }));
  await expectFocus(button('Undo'));
  await page.waitForTimeout(7000);
  await expectFocus(button('Undo'));
  await hide(page);
  await expectFocus(journey.expenseRow(page, 'Soup').getByRole('button'));

  await enter(page, page.getByRole('link', { name: 'Members' }));
  const withdraw = button(/^Withdraw the link/);
  await expect.poll(() => withdraw.count(), SOON).toBe(2);
  await enter(page, withdraw.first());
  await expect.poll(() => withdraw.count(), SOON).toBe(1);
  await expectFocus(withdraw);
  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('heading', { name: 'Links that work' }));

  const account = button(/^Account/);
  const signOut = button('Sign out');
  await account.focus();
  await page.keyboard.press('Enter');
  await tabTo(page, signOut);
  await page.keyboard.press('Tab');
  await signOut.waitFor({ state: 'hidden' });

  await Promise.all(Array.from({ length: 70 }, (_, n) => group.post(`Day ${n}`, 100, { date: '2026-01-09' })));
  await enter(page, page.getByRole('link', { name: 'Expenses' }));
  const rows = page.locator('.line-button');
  await expect.poll(() => rows.count(), SOON).toBe(60);
  await button('Show older expenses').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count(), SOON).toBe(71);
  await expectFocus(rows.nth(60));

  await button('Add expense').focus();
  await page.keyboard.press('Enter');
  await expectFocus(sheet.getByLabel('Description'));
  await page.keyboard.type('Tea');
  const words = await page.locator('.connection-text > *').elementHandle();
  await journey.goOffline(page);
  await page.getByText('Offline: changes wait here').waitFor();
  expect(await words?.evaluate(({ isConnected }) => isConnected)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => words?.evaluate(({ isConnected }) => isConnected)).toBe(false);

  await account.focus();
  await page.keyboard.press('Enter');
  await enter(page, signOut);
  await sheet.getByText('half filled in').waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(account);
});
