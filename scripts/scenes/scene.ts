import type { Page } from 'playwright-core';
import type { I18n } from '../../webapp-v2/src/i18n/i18n.ts';

/** Whose browser it is: nobody's, somebody's with the demo's groups, somebody's without any, somebody's with very much of everything. */
export type Visitor = 'nobody' | 'member' | 'newcomer' | 'heavy';

export type Words = I18n['t'];

/** One page in one state: where it is and what was done there. It starts on the groups list, or signed out on the sign-in page. */
export interface Scene {
  name: string;
  as: Visitor;
  /** Finds its way by the words of the page, so that it works in every language. */
  arrange(page: Page, t: Words): Promise<void>;
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
