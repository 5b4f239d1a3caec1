import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo } from './two-people.ts';

declare global {
  interface Window {
    drawnAt: number;
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FAILED = [/ERR_FAILED/];
/** The seconds until it is said that it takes long have gone by. */
const pretendLate = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSAnimation && animation.animationName === 'starting-late') animation.finish();
    }
  });
const nameOnTop = (page: Page) => page.getByRole('banner').getByText('Splitifyd').boundingBox();

test('[START1] [START2] without its program the page shows its frame and says so, in the reader’s language; loaded again it goes on', async () => {
  const page = await newPage(browser, { locale: 'de-DE', expected: FAILED });
  await page.route('**/assets/base-*.js', (route) => route.abort());
  await page.goto(journey.pageUrl('/join#a-secret'));
  await page.getByText('Das dauert länger, als es sollte.').waitFor({ timeout: 5000 });
  expect(await page.getByText('This takes longer than it should.').isVisible()).toBe(false);
  const before = await nameOnTop(page);

  await page.unroute('**/assets/base-*.js');
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await page.getByText('Jemand hat dich in eine Gruppe eingeladen.').waitFor();
  expect([await nameOnTop(page), new URL(page.url()).hash]).toEqual([before, '#a-secret']);
});

test('[START2] while the code of what is asked for does not come the page says so after a while, and draws it when it comes', async () => {
  const page = await newPage(browser, { locale: 'en-IE', expected: FAILED });
  await page.route('**/assets/account-page-*.js', (route) => route.abort());
  await page.goto(journey.pageUrl());
  const late = page.getByText('This takes longer than it should.');
  await late.waitFor({ state: 'attached' });
  expect([await late.isVisible(), await nameOnTop(page)]).toEqual([false, expect.anything()]);
  await pretendLate(page);
  await late.waitFor();
  await page.getByRole('button', { name: 'Load again' }).waitFor();
  await page.unroute('**/assets/account-page-*.js');
  await page.getByLabel('E-mail').waitFor();
});

test('[START2] a page that says more than the first ones takes their place as soon as its words are here', async () => {
  const page = await newPage(browser, { locale: 'en-IE' });
  let letIn = () => {};
  const words = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(/\/assets\/en-(?!pages-)[\w-]{8}\.js/, (route) => words.then(() => route.continue()));
  await page.goto(journey.pageUrl());
  await journey.register(page, journey.newcomer('Kaja Lund'));
  await page.getByText('Nothing to split yet').waitFor();
  await page.getByRole('button', { name: 'Account: Kaja Lund' }).click();
  await page.getByRole('link', { name: 'Your profile' }).click();
  await page.waitForURL('**/profile');
  expect(await page.getByText('Nothing to split yet').isVisible()).toBe(true);
  letIn();
  await page.getByText('New groups suggest it.').waitFor();
});

test('[START1] what the frame shows does not begin again when the program takes it over', async () => {
  const page = await newPage(browser, { locale: 'en-IE', expected: FAILED });
  await page.route('**/assets/account-page-*.js', (route) => route.abort());
  let letIn = () => {};
  const program = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/assets/base-*.js', (route) => program.then(() => route.continue()));
  await page.goto(journey.pageUrl(), { waitUntil: 'commit' });
  const late = page.getByText('This takes longer than it should.');
  await late.waitFor({ state: 'attached' });
  await pretendLate(page);
  await late.waitFor();

  letIn();
  // The frame has both languages, the program one.
  await page.locator('.starting-late span').first().waitFor({ state: 'detached' });
  expect(await late.isVisible()).toBe(true);
});

test('[START3] a group is drawn before the code of the list is asked for, which comes then', async () => {
  const group = await groupOfTwo('Straight here');
  await group.post('Bread', 400);
  const page = await newPage(browser, { locale: 'en-IE' });
  await page.goto(journey.pageUrl());
  await journey.signIn(page, group.credentials.reader);
  await page.getByRole('link', { name: 'Straight here' }).waitFor();
  await journey.pause(page);
  // The list is known here by now; the group is not, and takes its time.
  await page.route('**/groups/*/changes?*', async (route) => {
    await page.waitForTimeout(800);
    await route.continue();
  });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('main li button') === null) return;
      window.drawnAt = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(journey.pageUrl(`/groups/${group.groupId}`));
  await journey.expenseRow(page, 'Bread').waitFor();
  const wait = () =>
    page.evaluate(() => {
      const code = performance.getEntriesByType('resource').find(({ name }) => /groups-page-[\w-]+\.js$/.test(name));
      return code ? code.startTime - window.drawnAt : null;
    });
  await expect.poll(wait, { timeout: 10_000 }).not.toBeNull();
  expect(await wait()).toBeGreaterThan(0);
});
