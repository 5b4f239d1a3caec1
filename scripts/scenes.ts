import type { Page } from 'playwright-core';
import type { I18n } from '../webapp-v2/src/i18n/i18n.ts';
import { LONG_NAMES } from './long-names.ts';

/** Whose browser it is: nobody's, somebody's with the demo's groups, somebody's without any, somebody's with very much of everything. */
export type Visitor = 'nobody' | 'member' | 'newcomer' | 'heavy';

/** One page in one state: where it is and what was done there. It starts on the groups list, or signed out on the sign-in page. */
export interface Scene {
  name: string;
  as: Visitor;
  /** Finds its way by the words of the page, so that it works in every language. */
  arrange(page: Page, t: I18n['t']): Promise<void>;
}

const FLAT = 'Flat on Alder Lane';
const TRIP = 'Six days in Hokkaido';

const openGroup = async (page: Page, name: string) => {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

const openSection = (page: Page, t: I18n['t'], section: 'expenses' | 'balances' | 'activity' | 'members') =>
  page
    .getByRole('navigation', { name: t('group.sections') })
    .getByRole('link', { name: t(`group.${section}`) })
    .click();

const section =
  (group: string, name: Parameters<typeof openSection>[2]): Scene['arrange'] =>
  async (page, t) => {
    await openGroup(page, group);
    await openSection(page, t, name);
  };

const at = (path: string) => (page: Page) => page.goto(new URL(path, page.url()).href);

const ACCOUNT: readonly Scene[] = [
  { name: 'sign-in', as: 'nobody', arrange: (page, t) => page.getByLabel(t('account.email')).waitFor() },
  {
    name: 'sign-in-incomplete',
    as: 'nobody',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('account.signIn') }).click();
      await page.getByText(t('account.missingEmail')).waitFor();
    },
  },
  { name: 'register', as: 'nobody', arrange: (page, t) => page.getByRole('radio', { name: t('account.register') }).check() },
  {
    name: 'invited',
    as: 'nobody',
    async arrange(page, t) {
      await at('/join#0123456789abcdefghijkl')(page);
      await page.getByText(t('account.invited')).waitFor();
    },
  },
  {
    name: 'reset-password',
    as: 'nobody',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('account.forgot') }).click();
      await page.getByLabel(t('account.email')).fill('mara.linde@example.test');
      await page.getByRole('button', { name: t('account.resetSend') }).click();
      await page.getByText(t('account.resetSentTitle')).waitFor();
    },
  },
  {
    name: 'profile',
    as: 'member',
    async arrange(page, t) {
      await at('/profile')(page);
      await page.getByLabel(t('profile.language')).waitFor();
    },
  },
  {
    name: 'delete-account',
    as: 'member',
    async arrange(page, t) {
      await at('/profile')(page);
      await page.getByLabel(t('profile.language')).waitFor();
      await page.getByRole('button', { name: t('profile.deleteOpen') }).click();
      await page.getByRole('button', { name: t('profile.deleteNow') }).click();
      await page
        .getByRole('dialog')
        .getByText(t('profile.deleteMistyped', { word: t('profile.deleteWord') }))
        .waitFor();
    },
  },
];

const LIST: readonly Scene[] = [
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
  { name: 'not-found', as: 'member', arrange: async (page) => void (await at('/nowhere')(page)) },
  {
    name: 'design',
    as: 'nobody',
    async arrange(page) {
      await at('/design')(page);
      await page.getByRole('heading', { level: 2, name: 'Skeleton' }).waitFor();
    },
  },
];

const JOIN: readonly Scene[] = [
  {
    name: 'join-bad-link',
    as: 'member',
    async arrange(page, t) {
      await at('/join')(page);
      await page.getByText(t('join.badTitle')).waitFor();
    },
  },
  {
    name: 'join-unknown',
    as: 'member',
    async arrange(page, t) {
      await at('/join#0123456789abcdefghijkl')(page);
      await page.getByText(t('problem.not-found')).waitFor();
    },
  },
];

const GROUP: readonly Scene[] = [
  { name: 'group', as: 'member', arrange: (page) => openGroup(page, FLAT) },
  { name: 'group-empty', as: 'member', arrange: (page) => openGroup(page, 'Choir weekend') },
  { name: 'group-balances', as: 'member', arrange: section(TRIP, 'balances') },
  { name: 'group-members', as: 'member', arrange: section(TRIP, 'members') },
  { name: 'group-activity', as: 'member', arrange: section(FLAT, 'activity') },
  {
    name: 'group-gone',
    as: 'member',
    async arrange(page, t) {
      await at('/groups/00000000-0000-4000-8000-000000000000')(page);
      await page.getByText(t('group.goneTitle')).waitFor();
    },
  },
  {
    name: 'expense',
    as: 'member',
    async arrange(page) {
      await openGroup(page, FLAT);
      await page.getByRole('listitem').filter({ hasText: 'Dishwasher repair' }).getByRole('button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'add-expense',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.getByRole('button', { name: t('expenses.add') }).click();
      const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
      await sheet.getByLabel(t('expense.description')).fill('Paint for the hall');
      await sheet.getByLabel(t('expense.amount'), { exact: true }).fill('64.90');
    },
  },
  {
    name: 'add-expense-over',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, TRIP);
      await page.getByRole('button', { name: t('expenses.add') }).click();
      const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
      await sheet.getByLabel(t('expense.amount'), { exact: true }).fill('9000');
      await sheet.getByRole('radio', { name: t('mode.exact') }).check();
      await sheet.getByLabel(t('expense.entryOf', { mode: t('mode.exact'), name: 'Pelle Quist' })).fill('9500');
    },
  },
  {
    name: 'invite',
    as: 'member',
    async arrange(page, t) {
      await section(FLAT, 'members')(page, t);
      await page.getByRole('button', { name: t('members.invite') }).click();
      await page.getByLabel(t('invite.link'), { exact: true }).waitFor();
    },
  },
];

const HEAVY: readonly Scene[] = [
  { name: 'heavy', as: 'heavy', arrange: (page) => openGroup(page, LONG_NAMES.group) },
  { name: 'heavy-balances', as: 'heavy', arrange: section(LONG_NAMES.group, 'balances') },
  { name: 'heavy-members', as: 'heavy', arrange: section(LONG_NAMES.group, 'members') },
  {
    name: 'heavy-add-expense',
    as: 'heavy',
    async arrange(page, t) {
      await openGroup(page, LONG_NAMES.group);
      await page.getByRole('button', { name: t('expenses.add') }).click();
      await page
        .getByRole('dialog', { name: t('expense.newTitle') })
        .getByLabel(t('expense.amount'), { exact: true })
        .fill('1234.56');
    },
  },
  { name: 'crowd-members', as: 'heavy', arrange: section(LONG_NAMES.crowd, 'members') },
];

export const SCENES: readonly Scene[] = [...ACCOUNT, ...LIST, ...JOIN, ...GROUP, ...HEAVY];
