import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** What a person does on the page, in the words of the page. */

/** Between two taps, or two presses of Enter, of a person: sooner, and in the same place, the second would be half of a double one where a sheet opens or closes. */
export const pause = (page: Page) => page.waitForTimeout(450);

interface Newcomer {
  displayName: string;
  email: string;
  password: string;
}

export function newcomer(displayName: string): Newcomer {
  const [first = 'someone'] = displayName.toLowerCase().split(/[^a-z]/);
  return { displayName, email: `${first}.${randomUUID().slice(0, 8)}@example.test`, password: 'quiet-otter-7' };
}

export const pageUrl = (path = '/') => new URL(path, inject('emulators').pageUrl).href;

/** Creates an account at the address that is open already. */
export async function register(page: Page, { displayName, email, password }: Newcomer): Promise<void> {
  await page.getByRole('radio', { name: 'Create account' }).check();
  await page.getByLabel('Your name', { exact: true }).fill(displayName);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

export async function signIn(page: Page, { email, password }: Newcomer): Promise<void> {
  await page.getByRole('radio', { name: 'Sign in' }).check();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From the groups list; ends on the new group's page. */
export async function createGroup(page: Page, name: string, currency = 'EUR'): Promise<void> {
  await page.getByRole('button', { name: /New group|Create your first group/ }).click();
  await page.getByLabel('Name of the group').fill(name);
  await page.getByLabel('Currency').selectOption(currency);
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await pause(page);
}

export const openSection = (page: Page, section: 'Expenses' | 'Balances' | 'Activity' | 'Members') =>
  page.getByRole('navigation', { name: 'Sections of the group' }).getByRole('link', { name: section }).click();

export async function addPlaceholder(page: Page, name: string): Promise<void> {
  await openSection(page, 'Members');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(`${name} is part of the group now.`).waitFor();
}

/** Makes an invitation link, for anybody or for a placeholder. */
export async function inviteLink(page: Page, placeholder?: string): Promise<string> {
  await openSection(page, 'Members');
  await page.getByRole('button', { name: placeholder ? `Invite ${placeholder}` : 'Invite by link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** Split equally among everybody and paid by whoever types, as the form proposes. */
export async function addExpense(page: Page, description: string, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Add expense' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await sheet.getByLabel('Description').fill(description);
  await sheet.getByLabel('Amount', { exact: true }).fill(amount);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.waitFor({ state: 'detached' });
  await pause(page);
}

export const expenseRow = (page: Page, description: string) => page.getByRole('listitem').filter({ hasText: description });

/** What the page of a group begins with: what its reader owes or is owed there. */
export const ownBalance = (page: Page) => page.locator('.group-own');

const transferRows = (page: Page) =>
  page.getByRole('heading', { name: 'To settle up' }).locator('xpath=following-sibling::ul[1]').getByRole('listitem');

/** The payments that would settle the group, as sentences with their amounts. */
export async function suggestedTransfers(page: Page): Promise<string[]> {
  const rows = await transferRows(page).all();
  return Promise.all(rows.map(async (row) => (await row.locator('.transfer-who, .amount').allTextContents()).join(' ')));
}

/** From a suggestion: the first tap opens the sheet, filled in, and the second one saves it. */
export async function settle(page: Page, transfer: string): Promise<void> {
  await page.getByRole('button', { name: `Settle up: ${transfer}` }).click();
  await pause(page);
  await page.getByRole('button', { name: 'Record payment' }).click();
}

/** Cuts a page off once its forms can be opened: their code comes a moment after a group, and none comes to who is offline. */
export async function goOffline(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    ['expense-sheets', 'settlement-sheets'].every((code) =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(code) && name.endsWith('.js')),
    ),
  );
  await page.context().setOffline(true);
}

/** Opens a row of the ledger and presses one of its sheet's buttons. */
export async function act(page: Page, row: string, action: 'Edit' | 'Duplicate' | 'Delete'): Promise<void> {
  await expenseRow(page, row).getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}
