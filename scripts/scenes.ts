import type { Page } from 'playwright-core';

/** One picture: where the page is and what was done there. It starts on the groups list, or signed out on the sign-in page. */
export interface Scene {
  name: string;
  signedIn: boolean;
  arrange(page: Page): Promise<void>;
}

const GROUP = 'Flat on Alder Lane';

const openGroup = async (page: Page, name = GROUP) => {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

const openSection = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections of the group' }).getByRole('link', { name }).click();

export const SCENES: readonly Scene[] = [
  {
    name: 'sign-in',
    signedIn: false,
    arrange: (page) => page.getByLabel('E-mail').waitFor(),
  },
  {
    name: 'groups',
    signedIn: true,
    arrange: (page) => page.getByRole('link', { name: GROUP }).waitFor(),
  },
  { name: 'group', signedIn: true, arrange: (page) => openGroup(page) },
  { name: 'empty-group', signedIn: true, arrange: (page) => openGroup(page, 'Choir weekend') },
  {
    name: 'members',
    signedIn: true,
    async arrange(page) {
      await openGroup(page, 'Six days in Hokkaido');
      await openSection(page, 'Members');
    },
  },
  {
    name: 'activity',
    signedIn: true,
    async arrange(page) {
      await openGroup(page);
      await openSection(page, 'Activity');
    },
  },
  {
    name: 'expense',
    signedIn: true,
    async arrange(page) {
      await openGroup(page);
      await page.getByRole('listitem').filter({ hasText: 'Dishwasher repair' }).getByRole('button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'add-expense',
    signedIn: true,
    async arrange(page) {
      await openGroup(page);
      await page.getByRole('button', { name: 'Add expense' }).click();
      const sheet = page.getByRole('dialog', { name: 'Add expense' });
      await sheet.getByLabel('Description').fill('Paint for the hall');
      await sheet.getByLabel('Amount', { exact: true }).fill('64.90');
    },
  },
];
