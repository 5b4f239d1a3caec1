import { LONG_NAMES } from '../demo/long-names.ts';
import { FLAT, goTo, openGroup, type Scene } from './scene.ts';

/** Outside of a group. */
export const LIST_SCENES: readonly Scene[] = [
  { name: 'groups', as: 'member', arrange: (page) => page.getByRole('link', { name: FLAT }).waitFor() },
  { name: 'groups-none', as: 'newcomer', arrange: (page, t) => page.getByText(t('groups.emptyTitle')).waitFor() },
  { name: 'groups-heavy', as: 'heavy', arrange: (page) => page.getByRole('link', { name: LONG_NAMES.group }).waitFor() },
  {
    name: 'create-group',
    as: 'newcomer',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('groups.createFirst') }).click();
      await page.getByRole('button', { name: t('groups.create') }).click();
      await page.getByText(t('groups.missingName')).waitFor();
    },
  },
  {
    name: 'account-menu',
    as: 'member',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('account.menu', { name: 'Mara Linde' }) }).click();
    },
  },
  {
    name: 'offline',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.context().setOffline(true);
      await page.getByText(t('connection.offline')).waitFor();
    },
  },
  { name: 'not-found', as: 'member', isOnItsOwn: true, arrange: async (page) => void (await goTo(page, '/nowhere')) },
  {
    name: 'design',
    as: 'nobody',
    isOnItsOwn: true,
    async arrange(page) {
      await goTo(page, '/design');
      await page.getByRole('heading', { level: 2, name: 'Skeleton' }).waitFor();
    },
  },
];
