import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { editInVain, groupOfTwo, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { viewport: { width: 390, height: 844 } };

/** What a finger hits in the middle of the button that adds, and how far above it what can be undone ends. */
const reachOfAdding = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector('.group-add button');
    if (!button) return null;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const toast = document.querySelector('.undo-toast')?.getBoundingClientRect();
    return { isHit: button.contains(hit), below: innerHeight - bottom, clear: toast ? top - toast.bottom : null };
  });

test('[FLOW1] on a phone adding is one tap away in every section, and what can be undone lies clear of it', async () => {
  const group = await groupOfTwo('Within reach');
  for (let day = 1; day <= 12; day++) await group.post(`Supper ${day}`, 1200, { date: `2026-03-${String(day).padStart(2, '0')}` });
  const page = await visit(browser, group, 'reader', PHONE);
  for (const section of ['Balances', 'Activity', 'Members', 'Expenses'] as const) {
    await journey.openSection(page, section);
    const reach = await reachOfAdding(page);
    expect(reach?.isHit, section).toBe(true);
    expect(reach?.below, section).toBeLessThan(24);
  }
  await journey.act(page, 'Supper 12', 'Delete');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const reach = await reachOfAdding(page);
  expect(reach?.isHit).toBe(true);
  expect(reach?.clear).toBeGreaterThanOrEqual(16);
  await page.getByRole('button', { name: 'Undo' }).click();
  await journey.expenseRow(page, 'Supper 12').waitFor();
  // The last line of the list is not left behind the bar.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = await journey.expenseRow(page, 'Supper 1').last().boundingBox();
  const bar = await page.locator('.group-add').boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
});

test('[FLOW2] [FLOW3] [FLOW10] [WORD4] who is alone in an empty group is led to inviting; a viewer is told what they join as, and looks on', async () => {
  const mine = await newPage(browser, { locale: 'en-IE', ...PHONE });
  await mine.goto(journey.pageUrl());
  await journey.register(mine, journey.newcomer('Pia Strand'));
  await journey.createGroup(mine, 'Island day');
  await mine.getByText('Just you so far').waitFor();
  await mine.getByRole('button', { name: 'Invite by link' }).click();
  const link = mine.getByLabel('Link', { exact: true });
  const forMembers = await link.inputValue();
  await mine.getByLabel('Role of whoever joins').selectOption({ label: 'Viewer: sees everything, but changes nothing' });
  await expect.poll(() => link.inputValue(), SOON).not.toBe(forMembers);
  const forViewers = await link.inputValue();
  await mine.getByLabel('Role of whoever joins').selectOption({ label: 'Member: adds and changes expenses' });
  expect(await link.inputValue()).toBe(forMembers);
  await mine.getByRole('button', { name: 'Close' }).click();

  const theirs = await newPage(browser, { locale: 'en-IE', ...PHONE });
  await theirs.goto(forMembers);
  await journey.register(theirs, journey.newcomer('Levi Moos'));
  await theirs.getByText('You join as a member').waitFor();
  await theirs.goto('about:blank');
  await theirs.goto(forViewers);
  await theirs.getByText('You join as a viewer: you see everything and change nothing.').waitFor();
  await theirs.getByRole('button', { name: 'Join the group' }).click();
  await theirs.getByText('Nobody has added one so far.').waitFor();
  expect(await theirs.getByRole('button', { name: /Add expense|Invite/ }).count()).toBe(0);
  await theirs.getByText('You can read this group, but not change it.').waitFor();
  await mine.getByText('No expenses yet').waitFor();
  await mine.getByRole('button', { name: 'Invite by link' }).waitFor();
  await journey.openSection(mine, 'Balances');
  await mine.getByText('Nothing to settle yet').waitFor();
});

test('[FLOW4] [FLOW11] who is taken out of a group is told on whatever page they are; the profile leads back to the list', async () => {
  const group = await groupOfTwo('Far away');
  const { groupId, readerId } = group;
  const page = await visit(browser, group, 'reader', PHONE);
  await page.getByRole('link', { name: 'All groups' }).click();
  await page.getByRole('link', { name: 'Far away' }).waitFor();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('link', { name: 'Your profile' }).click();
  await page.getByLabel('Language').waitFor();
  await group.writer.call('removeMember', { params: { groupId, memberId: readerId }, version: 1 });
  await page.getByText('“Far away” is not here any more').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('“Far away” is not here any more').waitFor({ state: 'detached' });
  await page.getByRole('main').getByRole('link', { name: 'All groups' }).click();
  await page.getByText('Nothing to split yet').waitFor();
});

test('[FLOW5] a change that was refused is told beside the list of groups, too, and leads to its group', async () => {
  const group = await groupOfTwo('Refused afar');
  const page = await editInVain(browser, group, PHONE);
  await page.getByRole('link', { name: 'All groups' }).click();
  await page.context().setOffline(false);

  await page.getByText('1 change was not saved.').waitFor();
  await page.getByRole('link', { name: 'Look at it' }).click();
  await page.getByText('Your change was not saved: You paid Hale Winter').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('link', { name: 'All groups' }).click();
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  expect(await page.getByText('1 change was not saved.').count()).toBe(0);
});
