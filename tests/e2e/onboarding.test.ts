import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { tabTo } from './keyboard.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-IE' };

/** A finger and a keyboard that comes up for a field; what is in focus already needs no tap. */
function finger() {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps++;
    await journey.pause(target.page());
    await target.tap();
  };
  const write = async (field: Locator, text: string) => {
    await field.waitFor();
    if (!(await field.evaluate((element) => element === document.activeElement))) await tap(field);
    await field.pressSequentially(text);
  };
  return { tap, write, taps: () => taps };
}

async function registerByHand(page: Page, { tap, write }: ReturnType<typeof finger>, name: string): Promise<void> {
  const { email, password } = journey.newcomer(name);
  await write(page.getByLabel('Your name', { exact: true }), name);
  await write(page.getByLabel('E-mail'), email);
  await write(page.getByLabel('Password', { exact: true }), password);
  await tap(page.getByRole('button', { name: 'Create account' }));
}

test('from nothing to a shared, settled expense takes one person 12 taps and the other 8: 3 of them for the expense, 2 to settle', async () => {
  const [mine, my] = [await newPage(browser, PHONE), finger()];
  await mine.goto(journey.pageUrl());
  await registerByHand(mine, my, 'Pia Strand');
  await my.tap(mine.getByRole('button', { name: 'Create your first group' }));
  await my.write(mine.getByLabel('Name of the group'), 'Island day');
  await my.tap(mine.getByRole('button', { name: 'Create group' }));

  await my.tap(mine.getByRole('button', { name: 'Invite by link' }));
  const link = await mine.getByLabel('Link', { exact: true }).inputValue();
  await my.tap(mine.getByRole('button', { name: 'Close' }));

  const [theirs, their] = [await newPage(browser, PHONE), finger()];
  await theirs.goto(link);
  await registerByHand(theirs, their, 'Levi Moos');
  await their.tap(theirs.getByRole('button', { name: 'Join the group' }));
  await theirs.getByRole('heading', { level: 1, name: 'Island day' }).waitFor();
  await mine.getByText('No expenses yet').waitFor();

  const before = my.taps();
  await my.tap(mine.getByRole('button', { name: 'Add expense' }));
  const sheet = mine.getByRole('dialog', { name: 'Add expense' });
  await my.write(sheet.getByLabel('Description'), 'Kayaks');
  await my.write(sheet.getByLabel('Amount', { exact: true }), '36');
  await my.tap(sheet.getByRole('button', { name: 'Save' }));
  await sheet.waitFor({ state: 'detached' });
  expect(my.taps() - before).toBeLessThanOrEqual(3);

  await their.tap(theirs.getByRole('navigation', { name: 'Sections of the group' }).getByRole('link', { name: 'Balances' }));
  const beforeSettling = their.taps();
  await their.tap(theirs.getByRole('button', { name: 'Settle up: You pay Pia Strand' }));
  await their.tap(theirs.getByRole('button', { name: 'Record payment' }));
  expect(their.taps() - beforeSettling).toBe(2);
  await expect.poll(() => journey.ownBalance(theirs).textContent()).toBe('All settled');
  await expect.poll(() => journey.ownBalance(mine).textContent()).toBe('All settled');
  expect(my.taps()).toBeLessThanOrEqual(12);
  expect(their.taps()).toBeLessThanOrEqual(8);
});

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('[START4] everything can be done with the keyboard alone; a new page takes the focus and tells its title; a sheet gives the focus back', async () => {
  const page = await newPage(browser, { locale: 'en-IE', viewport: { width: 1280, height: 900 } });
  const { email, password } = journey.newcomer('Kaya Linn');
  const press = (key: string) => page.keyboard.press(key);
  const write = async (field: Locator, text: string) => {
    await tabTo(page, field);
    await page.keyboard.type(text);
  };
  await page.goto(journey.pageUrl());
  await tabTo(page, page.getByRole('radio', { name: 'Create account' }));
  await write(page.getByLabel('Your name', { exact: true }), 'Kaya Linn');
  await write(page.getByLabel('E-mail'), email);
  await write(page.getByLabel('Password', { exact: true }), password);
  await press('Enter');

  const create = page.getByRole('button', { name: 'Create your first group' });
  await create.waitFor();
  expect([await page.title(), await focusedId(page)]).toEqual(['Groups · Splitifyd', 'content']);
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }));
  await press('Enter');
  expect(await focusedId(page)).toBe('content');
  await tabTo(page, create);
  await press('Enter');
  await write(page.getByLabel('Name of the group'), 'Orchard');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Orchard' }).waitFor();
  await expect.poll(() => page.title()).toBe('Orchard · Splitifyd');
  await expect.poll(() => focusedId(page)).toBe('content');

  await tabTo(page, page.getByRole('link', { name: 'Members' }));
  await press('Enter');
  await write(page.getByRole('textbox', { name: 'Name' }), 'Bo');
  await press('Enter');
  await page.getByText('Bo is part of the group now.').waitFor();
  await tabTo(page, page.getByRole('link', { name: 'Expenses' }));
  await press('Enter');

  await tabTo(page, page.getByRole('button', { name: 'Add expense' }));
  await press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await write(sheet.getByLabel('Description'), 'Ladders');
  await write(sheet.getByLabel('Amount', { exact: true }), '80');
  await tabTo(page, sheet.getByRole('button', { name: 'Save' }));
  await press('Enter');
  const row = journey.expenseRow(page, 'Ladders').getByRole('button');
  await tabTo(page, row);
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);

  // What has opened the sheet is settled by it, and gone.
  await tabTo(page, page.getByRole('button', { name: 'Settle up: Bo pays you' }));
  await press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Record payment' }));
  await press('Enter');
  await page.getByText('Nobody owes anybody anything.').waitFor();
  await expect.poll(() => focusedId(page)).toBe('content');

  await tabTo(page, page.getByRole('button', { name: 'Account: Kaya Linn' }));
  await press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Your profile' }));
  await press('Enter');
  await page.getByLabel('Language').waitFor();
  expect(await page.title()).toBe('Your profile · Splitifyd');
  expect(await focusedId(page)).toBe('content');
});

test('who skips to the content of an invitation still holds it', async () => {
  const page = await newPage(browser, { locale: 'en-IE', expected: [/404 \(Not Found\)/] });
  await page.goto(journey.pageUrl('/join#an-invitation-of-nobodys'));
  await journey.register(page, journey.newcomer('Mina Holt'));
  await page.getByText('This invitation does not work').waitFor();
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  expect([await focusedId(page), new URL(page.url()).hash]).toEqual(['content', '#an-invitation-of-nobodys']);
});
