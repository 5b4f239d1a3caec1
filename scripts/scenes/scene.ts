import type { Locator, Page } from 'playwright-core';
import type { I18n } from '../../webapp-v2/src/i18n/i18n.ts';
import type { Person } from '../demo/person.ts';
import type { DemoPerson } from '../demo/seed.ts';

/**
 * Whose browser it is: nobody's, somebody's with the demo's groups, somebody's without any, somebody's with very much of everything,
 * somebody's with groups that are each made for one scene.
 */
export type Visitor = 'nobody' | 'member' | 'newcomer' | 'heavy' | 'lodger';

export type Words = I18n['t'];

/** Somebody at another device, who calls the API; an account is made where there is none. */
export type Elsewhere = (person: DemoPerson) => Promise<Person>;

/** One page in one state: where it is and what was done there. It starts on the groups list, or signed out where accounts are made. */
export interface Scene {
  name: string;
  as: Visitor;
  /** It goes by itself to where it begins, from an empty page of the site. */
  isOnItsOwn?: true;
  /** The page's program does not run, so that nothing follows a change of language. */
  isStatic?: true;
  /** Finds its way by the words of the page, so that it works in every language. */
  arrange(page: Page, t: Words, elsewhere: Elsewhere): Promise<void>;
}

/** Groups of the demo. */
export const FLAT = 'Flat on Alder Lane';
export const TRIP = 'Six days in Hokkaido';
export const CHOIR = 'Choir weekend';

export const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

export async function openGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export type Section = 'expenses' | 'balances' | 'activity' | 'members';

export async function openSection(page: Page, t: Words, group: string, section: Section): Promise<void> {
  await openGroup(page, group);
  const link = page.getByRole('navigation', { name: t('group.sections') }).getByRole('link', { name: t(`group.${section}`) });
  // A wide screen shows balances beside everything else.
  if (section !== 'balances' || (await link.isVisible())) await link.click();
}

export const section =
  (group: string, name: Section): Scene['arrange'] =>
  (page, t) =>
    openSection(page, t, group, name);

/** Opens the sheet of an expense or a payment in the list of the group that is open. */
export async function openRow(page: Page, text: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: text }).getByRole('button').first().click();
  await page.getByRole('dialog').waitFor();
}

/** Waits until it can be pressed where it is: in view without scrolling, and covered by nothing. */
export async function inSight(locator: Locator): Promise<void> {
  const isOnTop = (element: Element | null) => {
    if (!element) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  await locator.page().waitForFunction(isOnTop, await locator.elementHandle(), { timeout: 5000 });
}

/** The sheet of a new expense, with its description typed. */
export async function beginExpense(page: Page, t: Words, description: string): Promise<Locator> {
  await page
    .getByRole('button', { name: t('expenses.add') })
    .first()
    .click();
  const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
  await sheet.getByLabel(t('expense.description')).fill(description);
  return sheet;
}

/** Paid by whoever types and split equally, as the form proposes. */
export async function addExpense(page: Page, t: Words, description: string, amount: string): Promise<void> {
  const sheet = await beginExpense(page, t, description);
  await sheet.getByLabel(t('editing.amount'), { exact: true }).fill(amount);
  await sheet.getByRole('button', { name: t('action.save') }).click();
  await sheet.waitFor({ state: 'detached' });
}
