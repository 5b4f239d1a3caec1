import { CHOIR, FLAT, goTo, inSight, openGroup, openSection, type Scene, section, TRIP } from './scene.ts';

/** A group and what is done to it as a whole. */
export const GROUP_SCENES: readonly Scene[] = [
  { name: 'group', as: 'member', arrange: (page) => openGroup(page, FLAT) },
  { name: 'group-empty', as: 'member', arrange: (page) => openGroup(page, CHOIR) },
  { name: 'group-balances', as: 'member', arrange: section(TRIP, 'balances') },
  { name: 'group-members', as: 'member', arrange: section(TRIP, 'members') },
  { name: 'group-activity', as: 'member', arrange: section(FLAT, 'activity') },
  {
    name: 'group-gone',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/groups/00000000-0000-4000-8000-000000000000');
      await page.getByText(t('group.strangerTitle')).waitFor();
    },
  },
  {
    name: 'search',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.getByLabel(t('search.label')).fill('rent');
      await page.getByRole('button', { name: t('search.filter') }).click();
      await page.getByLabel(t('search.member')).waitFor();
    },
  },
  {
    name: 'search-nothing',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.getByLabel(t('search.label')).fill('zeppelin');
      await page.getByText(t('search.emptyTitle')).waitFor();
    },
  },
  {
    name: 'group-settings',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.getByRole('button', { name: t('settings.title') }).click();
      await page.getByRole('dialog').getByLabel(t('settings.description')).waitFor();
    },
  },
  {
    name: 'delete-group',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await page.getByRole('button', { name: t('settings.title') }).click();
      const settings = page.getByRole('dialog');
      await settings.getByRole('button', { name: `${t('settings.delete')}…` }).click();
      await inSight(settings.getByRole('button', { name: t('settings.deleteNow') }));
      await settings.getByLabel(t('settings.deleteTyped', { group: FLAT })).fill('Flat');
      await settings.getByRole('button', { name: t('settings.deleteNow') }).click();
      await settings.getByText(t('settings.deleteMismatch')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'invite',
    as: 'member',
    async arrange(page, t) {
      await openSection(page, t, FLAT, 'members');
      await page.getByRole('button', { name: t('members.invite') }).click();
      await page.getByLabel(t('invite.link'), { exact: true }).waitFor();
    },
  },
  {
    name: 'edit-member',
    as: 'member',
    async arrange(page, t) {
      await openSection(page, t, FLAT, 'members');
      await page.getByRole('button', { name: t('members.editLabel', { name: 'Tobin Feld' }) }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
