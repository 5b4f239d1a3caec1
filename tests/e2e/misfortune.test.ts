import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectFirebase } from '../../firebase/functions/src/repositories/firebase.ts';
import { launchBrowser } from '../support/browser.ts';
import { backUp, killFunctionProcesses } from '../support/misfortune.ts';
import * as journey from './journey.ts';
import { type GroupOfTwo, groupOfTwo, visit } from './two-people.ts';

/** Killed processes start anew, and refused requests wait before they are sent again. */
const HEALED = { timeout: 25_000, interval: 100 };
const SERVER_AWAY = [/Failed to load resource/];

let browser: Browser;
let firebase: ReturnType<typeof connectFirebase>;
beforeAll(async () => {
  browser = await launchBrowser();
  firebase = connectFirebase(inject('emulators').projectId, 'misfortune');
});
afterAll(async () => {
  await browser.close();
  await firebase.close();
});

const visitBoth = (group: GroupOfTwo) =>
  Promise.all([visit(browser, group, 'writer', { expected: SERVER_AWAY }), visit(browser, group, 'reader', { expected: SERVER_AWAY })]);

const descriptions = async (page: Page) => (await page.getByText(/^(Flour|Salt|Yeast) /).allTextContents()).sort();

/** What the server holds, to compare with what both pages show. */
async function stored({ writer, groupId }: GroupOfTwo): Promise<string[]> {
  const { expenses } = await writer.call('listExpenses', { params: { groupId }, query: { limit: 50 } });
  return expenses.map(({ description }) => description).sort();
}

test('[INV1] [INV2] function processes that are killed under two open pages lose no change and double none', async () => {
  const group = await groupOfTwo('Bakery');
  const [writer, reader] = await visitBoth(group);
  const all: string[] = [];
  for (const round of [1, 2]) {
    await journey.addExpense(writer, `Flour ${round}`, '10.00');
    // Saved a moment ago: the request is on its way, or being answered.
    expect(killFunctionProcesses()).toBeGreaterThan(0);
    await journey.addExpense(reader, `Salt ${round}`, '4.00');
    all.push(`Flour ${round}`, `Salt ${round}`);
    for (const page of [writer, reader]) await expect.poll(() => descriptions(page), HEALED).toEqual(all.toSorted());
  }
  await expect.poll(() => journey.ownBalance(writer).textContent(), HEALED).toBe('You are owed €6.00');
  await expect.poll(() => journey.ownBalance(reader).textContent(), HEALED).toBe('You owe €6.00');
  await expect.poll(() => stored(group), HEALED).toEqual(all.toSorted());
});

test('[INV1] [INV2] [REP6] a back-up restored under two open pages: both show it by themselves, also where its head is the one they know, and what was not sent yet is sent', async () => {
  const group = await groupOfTwo('Cellar');
  await group.post('Flour 1', 1000);
  const [writer, reader] = await visitBoth(group);
  const restore = await backUp(firebase.db, group.groupId, { withEpoch: true });
  await group.post('Yeast 1', 400);
  for (const page of [writer, reader]) await expect.poll(() => descriptions(page), HEALED).toEqual(['Flour 1', 'Yeast 1']);

  await journey.goOffline(reader);
  await journey.addExpense(reader, 'Salt 1', '6.00');
  await restore();
  // An instance may tell the old epoch for a minute: these are ended, and those that begin know the new one.
  killFunctionProcesses();
  await expect.poll(() => descriptions(writer), HEALED).toEqual(['Flour 1']);
  // The head is as high as the reader knows it again, and says something else.
  await group.post('Yeast 2', 800);
  await reader.context().setOffline(false);

  const all = ['Flour 1', 'Salt 1', 'Yeast 2'];
  for (const page of [writer, reader]) await expect.poll(() => descriptions(page), HEALED).toEqual(all);
  await expect.poll(() => journey.ownBalance(writer).textContent(), HEALED).toBe('You are owed €6.00');
  await expect.poll(() => journey.ownBalance(reader).textContent(), HEALED).toBe('You owe €6.00');
  expect(await stored(group)).toEqual(all);
});

test('[REST46] [LIST10] a back-up restored without another epoch: the list of groups shows it when it is next asked for', async () => {
  const group = await groupOfTwo('Attic');
  await group.post('Flour 1', 1000);
  const reader = await visit(browser, group, 'reader', { expected: [/410/] });
  const restore = await backUp(firebase.db, group.groupId, { withEpoch: false });
  await group.post('Yeast 1', 400);
  await reader.getByRole('link', { name: 'All groups' }).click();
  const row = reader.getByRole('link', { name: /Attic/ });
  await expect.poll(() => row.textContent(), HEALED).toContain('€7.00');
  // The next round is asked for with what this one tells.
  await reader.reload();
  await expect.poll(() => row.textContent(), HEALED).toContain('€7.00');
  await restore();
  await reader.reload();
  await expect.poll(() => row.textContent(), HEALED).toContain('€5.00');
});
