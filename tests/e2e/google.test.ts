import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('who signs in with Google has an account at once, under the name that Google knows, and the same one the next time', async () => {
  const page = await newPage(browser, { locale: 'en-IE' });
  const { email } = journey.newcomer('Ilse Moor');
  const signIn = async () => {
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByLabel('Google account').fill(email);
    await page.getByLabel('Name', { exact: true }).fill('Ilse Moor');
    await page.getByRole('button', { name: 'Sign in with Google' }).click();
  };
  await page.goto(journey.pageUrl());
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByLabel('Google account').press('Escape');
  await signIn();
  await journey.createGroup(page, 'Allotment');
  await page.getByRole('button', { name: 'Account: Ilse Moor' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Allotment' }).waitFor();
});
