import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newPage } from '../support/browser.ts';
import * as journey from './journey.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openMenu = (page: Page, name: string) => page.getByRole('button', { name: `Account: ${name}` }).click();

async function openProfile(page: Page, name: string): Promise<void> {
  await openMenu(page, name);
  await page.getByRole('link', { name: 'Your profile' }).click();
  await page.getByLabel('Language').waitFor();
}

async function signOut(page: Page, name: string): Promise<void> {
  await openMenu(page, name);
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.getByLabel('E-mail').waitFor();
}

/** The code of the newest link for a new password that the Auth emulator would have sent. */
async function resetCode(email: string): Promise<string | undefined> {
  const { authUrl, projectId } = inject('emulators');
  const answer = await fetch(`${authUrl}/emulator/v1/projects/${projectId}/oobCodes`);
  const { oobCodes } = (await answer.json()) as { oobCodes: { email: string; oobCode: string; requestType: string }[] };
  return oobCodes.findLast((code) => code.email === email && code.requestType === 'PASSWORD_RESET')?.oobCode;
}

test('who forgot their password gets a link, chooses another one, and signs in with it', async () => {
  const page = await newPage(browser, { locale: 'en-IE' });
  const person = journey.newcomer('Ilse Krug');
  await page.goto(journey.pageUrl());
  await journey.register(page, person);
  await signOut(page, 'Ilse Krug');

  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Look at your mail').waitFor();

  const oobCode = await resetCode(person.email);
  const { authUrl } = inject('emulators');
  const chosen = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ oobCode, newPassword: 'noisy-otter-8' }),
  });
  expect(chosen.ok).toBe(true);
  await page.getByRole('button', { name: 'Back to signing in' }).click();
  await journey.signIn(page, { ...person, password: 'noisy-otter-8' });
  await page.getByRole('heading', { name: 'Groups' }).waitFor();
});

test('nobody learns from the page whether an address has an account', async () => {
  const page = await newPage(browser, { locale: 'en-IE', expected: [/400 \(Bad Request\)/] });
  await page.goto(journey.pageUrl());
  await page.getByRole('radio', { name: 'Sign in' }).check();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('E-mail').fill('nobody.at.all@example.test');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('If there is an account for nobody.at.all@example.test').waitFor();
});

test('the profile’s name and currency are proposed for a new group; another page follows', async () => {
  const page = await newPage(browser, { locale: 'en-IE' });
  await page.goto(journey.pageUrl());
  await journey.register(page, journey.newcomer('Sef Amsel'));
  await openProfile(page, 'Sef Amsel');
  await page.getByLabel('Your name').fill('Sef A.');
  await page.getByLabel('Currency of new groups').selectOption('SEK');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Account: Sef A.' }).waitFor();

  await page.getByRole('link', { name: 'Splitifyd' }).click();
  await page.getByRole('button', { name: 'Create your first group' }).click();
  expect(await page.getByLabel('Your name in this group').inputValue()).toBe('Sef A.');
  expect(await page.getByLabel('Currency').inputValue()).toBe('SEK');
});

test('a language chosen in the profile is spoken at once, without loading anew, and again at the next visit', async () => {
  const page = await newPage(browser, { locale: 'en-IE' });
  await page.goto(journey.pageUrl());
  await journey.register(page, journey.newcomer('Vera Holm'));
  await openProfile(page, 'Vera Holm');
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Dein Profil' }).waitFor();
  await page.getByText('1.234,50').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.locator('body[data-same-page]').count()).toBe(1);

  await page.goto(journey.pageUrl());
  await page.getByRole('heading', { name: 'Gruppen' }).waitFor();
  await page.getByRole('button', { name: 'Konto: Vera Holm' }).click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
});

test('amounts are typed and read the way the language writes them', async () => {
  const page = await newPage(browser, { locale: 'de-DE' });
  await page.goto(journey.pageUrl());
  await page.getByLabel('Dein Name').fill('Uwe Tann');
  await page.getByLabel('E-Mail').fill(journey.newcomer('Uwe Tann').email);
  await page.getByLabel('Passwort', { exact: true }).fill('quiet-otter-7');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByRole('button', { name: 'Leg deine erste Gruppe an' }).click();
  await page.getByLabel('Name der Gruppe').fill('Skatrunde');
  await page.getByRole('button', { name: 'Gruppe anlegen' }).click();
  await page.getByRole('button', { name: 'Ausgabe eintragen' }).click();
  const sheet = page.getByRole('dialog', { name: 'Ausgabe eintragen' });
  await sheet.getByLabel('Beschreibung').fill('Salzstangen');
  await sheet.getByLabel('Betrag', { exact: true }).fill('1.234,5');
  await sheet.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('1.234,50\u00a0€ von dir').waitFor();
});

test('who deletes their account is told what it means, types a word, and is gone, while the others keep the group’s ledger', async () => {
  // What the page asks for while the account goes is refused.
  const mine = await newPage(browser, { locale: 'en-IE', expected: [/401 \(Unauthorized\)/] });
  const person = journey.newcomer('Enno Wild');
  await mine.goto(journey.pageUrl());
  await journey.register(mine, person);
  await journey.createGroup(mine, 'Raft');
  const theirs = await newPage(browser, { locale: 'en-IE' });
  await theirs.goto(await journey.inviteLink(mine));
  await journey.register(theirs, journey.newcomer('Fee Krum'));
  await theirs.getByRole('button', { name: 'Join the group' }).click();
  await theirs.getByRole('heading', { level: 1, name: 'Raft' }).waitFor();
  await mine.getByText('Fee Krum').first().waitFor();
  await journey.openSection(mine, 'Expenses');
  await journey.addExpense(mine, 'Planks', '30');

  await openProfile(mine, 'Enno Wild');
  await mine.getByRole('button', { name: 'Delete my account…' }).click();
  const sheet = mine.getByRole('dialog', { name: 'Delete the account' });
  await sheet.getByRole('button', { name: 'Delete for good' }).click();
  await sheet.getByText('Type the word “delete”.').waitFor();
  await sheet.getByLabel('Type “delete” to confirm').fill('Delete');
  await sheet.getByRole('button', { name: 'Delete for good' }).click();
  // There is nobody any more who could come back.
  await mine.getByRole('heading', { level: 1, name: 'Start sharing' }).waitFor();

  await journey.expenseRow(theirs, 'Planks').waitFor();
  await expect.poll(() => journey.ownBalance(theirs).textContent()).toBe('You owe €15.00');
  await journey.openSection(theirs, 'Activity');
  await theirs.getByRole('region', { name: 'Activity' }).getByText('Enno Wild deleted their account').waitFor();

  const again = await newPage(browser, { locale: 'en-IE', expected: [/400 \(Bad Request\)/] });
  await again.goto(journey.pageUrl());
  await journey.signIn(again, person);
  await again.getByText('That e-mail and password do not belong together.').waitFor();
});
