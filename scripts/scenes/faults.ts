import type { Page, Route } from 'playwright-core';
import { lodging, TIMBER } from './lodging.ts';
import { addExpense, FLAT, goTo, openGroup, type Scene } from './scene.ts';

const API = '**/api/v1/**';

/** What the page says when the server does not answer, or not as it should. */
export const FAULT_SCENES: readonly Scene[] = [
  {
    name: 'starting-failed',
    isStatic: true,
    as: 'nobody',
    isOnItsOwn: true,
    async arrange(page, t) {
      await page.route('**/assets/base-*.js', (route) => route.abort());
      await goTo(page, '/');
      await page.getByText(t('app.late')).waitFor();
      await page.locator('.skeleton').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'groups-loading',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await beginAnew(page, '/', () => {});
      await page.getByRole('heading', { level: 1, name: t('groups.title') }).waitFor();
      await page.locator('.skeleton').waitFor();
    },
  },
  {
    name: 'groups-failed',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await beginAnew(page, '/', (route) => route.abort());
      await page.getByText(t('groups.failed')).waitFor();
    },
  },
  {
    name: 'group-loading',
    as: 'member',
    async arrange(page, t) {
      await beginAnew(page, await pathOf(page, FLAT), () => {});
      await page.getByRole('button', { name: t('account.menu', { name: 'Mara Linde' }) }).waitFor();
      await page.getByRole('navigation', { name: t('group.sections') }).waitFor();
      await page.locator('.group-main .skeleton').waitFor();
    },
  },
  {
    name: 'group-failed',
    as: 'member',
    async arrange(page, t) {
      await beginAnew(page, await pathOf(page, FLAT), (route) => route.abort());
      await page.getByRole('heading', { name: t('group.failed') }).waitFor();
      await page.getByRole('button', { name: t('action.tryAgain') }).waitFor();
    },
  },
  {
    name: 'connecting-again',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      // Asked for what is somebody else's, Firestore refuses the listener.
      await page.route('**/Listen/channel**', (route) => {
        const asked = route.request().postData();
        return route.continue(asked === null ? {} : { postData: asked.replaceAll(/(stringValue%22%3A%22)\w{28}(%22)/g, '$1nobody$2') });
      });
      await goTo(page, '/');
      await openGroup(page, FLAT);
      await page.locator('.connection-retry').waitFor();
      await page.getByText(t('connection.connecting')).waitFor();
    },
  },
  {
    name: 'polling',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await page.route('**/firestore-listener-*.js', (route) => route.abort());
      await goTo(page, '/');
      await openGroup(page, FLAT);
      await page.getByText(t('connection.polling')).waitFor();
    },
  },
  {
    name: 'poor-connection',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path } = await lodging(elsewhere);
      await goTo(page, path);
      await page.getByText(TIMBER.description).waitFor();
      await page.getByText(t('connection.live')).waitFor();
      await page.route('**/expenses', (route) => route.fulfill({ status: 503, json: { code: 'busy' } }));
      await addExpense(page, t, 'Roof felt', '45.50');
      await page.getByText(t('connection.poor')).waitFor();
    },
  },
  {
    name: 'sign-out-unsent',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path } = await lodging(elsewhere);
      await goTo(page, path);
      await page.getByText(TIMBER.description).waitFor();
      await page.context().setOffline(true);
      await addExpense(page, t, 'Roof felt', '45.50');
      await page.locator('.account-menu-button').click();
      await page
        .locator('.account-menu')
        .getByRole('button', { name: t('account.signOut') })
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

const pathOf = async (page: Page, group: string) => (await page.getByRole('link', { name: group }).getAttribute('href')) ?? '';

/** As in a browser that keeps the sign-in but nothing of the groups yet, while the API is answered like this. */
async function beginAnew(page: Page, path: string, answer: (route: Route) => unknown): Promise<void> {
  await goTo(page, '/favicon.svg');
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) if (!name.startsWith('firebase')) indexedDB.deleteDatabase(name);
  });
  await page.route(API, answer);
  await goTo(page, path);
}
