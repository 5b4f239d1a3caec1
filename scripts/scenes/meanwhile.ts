import { LANDLORD, LODGER, LODGING, lodging, PLACEHOLDER, TIMBER } from './lodging.ts';
import { beginExpense, goTo, openRow, type Scene } from './scene.ts';

/** What one sees of what others do, while one looks on or types. */
export const MEANWHILE_SCENES: readonly Scene[] = [
  {
    name: 'arrival',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path, spend } = await lodging(elsewhere);
      await goTo(page, path);
      await page.getByText(t('connection.live')).waitFor();
      await spend({ description: 'Roof felt', amount: 4_550 });
      await page.getByText(t('expenses.addedBy', { name: LANDLORD.name })).waitFor();
    },
  },
  {
    name: 'deleted-meanwhile',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path, spent, unspend } = await lodging(elsewhere);
      await goTo(page, path);
      await openRow(page, TIMBER.description);
      await page.getByRole('button', { name: t('action.edit') }).click();
      await page.getByLabel(t('expense.description')).fill('Timber, screws and hinges');
      for (const expense of spent) await unspend(expense);
      await page.getByRole('button', { name: t('editing.addAnew') }).waitFor();
    },
  },
  {
    name: 'left-out',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path, removePlaceholder } = await lodging(elsewhere, { expenses: [] });
      await goTo(page, path);
      const sheet = await beginExpense(page, t, 'Paint');
      await removePlaceholder();
      await sheet.getByText(t('editing.leftOut', { count: 1, names: PLACEHOLDER })).waitFor();
    },
  },
  {
    name: 'restored-draft',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path } = await lodging(elsewhere);
      await goTo(page, path);
      const add = page.getByRole('button', { name: t('expenses.add') }).first();
      await add.click();
      const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
      await sheet.getByLabel(t('expense.description')).fill('Hinges and a padl');
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await add.click();
      await sheet.getByText(t('editing.restored')).waitFor();
    },
  },
  {
    name: 'left-while-typing',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path, removeLodger } = await lodging(elsewhere, { expenses: [] });
      await goTo(page, path);
      const sheet = await beginExpense(page, t, 'Paint');
      await sheet.getByLabel(t('editing.amount'), { exact: true }).fill('12');
      await removeLodger();
      await page.getByRole('heading', { level: 1, name: t('groups.departed', { name: LODGING }) }).waitFor();
    },
  },
  {
    name: 'departure',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path, removeLodger } = await lodging(elsewhere, { expenses: [] });
      await goTo(page, '/');
      await page.locator(`a[href="${path}"]`).waitFor();
      await page.getByText(t('connection.live')).waitFor();
      await removeLodger();
      await page
        .getByText(t('groups.departed', { name: LODGING }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'viewer',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, _, elsewhere) {
      const { path } = await lodging(elsewhere, { role: 'viewer' });
      await goTo(page, path);
      await page.getByText(TIMBER.description).waitFor();
    },
  },
  {
    name: 'explain-pairwise',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      const { path } = await lodging(elsewhere, { simplifyDebts: false });
      await goTo(page, `${path}/balances`);
      await page.locator('.transfer-actions').first().getByRole('button').first().click();
      await page.getByText(t('explain.pairwise')).waitFor();
    },
  },
  {
    name: 'profile-conflict',
    as: 'lodger',
    isOnItsOwn: true,
    async arrange(page, t, elsewhere) {
      await goTo(page, '/profile');
      await page.getByLabel(t('profile.name')).fill('Ines R.');
      const own = await elsewhere(LODGER);
      const { displayName, version } = await own.call('getMe');
      await own.call('updateMe', { version, body: { displayName: displayName === 'Ines' ? LODGER.name : 'Ines' } });
      await page.getByRole('button', { name: t('action.save') }).click();
      await page.getByRole('button', { name: t('editing.keepMine') }).waitFor();
      // Said once.
      await page.getByText(t('problem.stale-version')).waitFor({ state: 'detached' });
    },
  },
];
