import { LONG_NAMES } from '../demo/long-names.ts';
import { inSight, openGroup, type Scene, section } from './scene.ts';

/** Long names, many members, a long history. */
export const HEAVY_SCENES: readonly Scene[] = [
  { name: 'heavy', as: 'heavy', arrange: (page) => openGroup(page, LONG_NAMES.group) },
  { name: 'heavy-balances', as: 'heavy', arrange: section(LONG_NAMES.group, 'balances') },
  { name: 'heavy-members', as: 'heavy', arrange: section(LONG_NAMES.group, 'members') },
  {
    name: 'heavy-add-expense',
    as: 'heavy',
    async arrange(page, t) {
      await openGroup(page, LONG_NAMES.group);
      await page.getByRole('button', { name: t('expenses.add') }).click();
      const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
      await sheet.getByText(t('expense.more')).click();
      await inSight(sheet.getByLabel(t('editing.note')));
      await sheet.getByLabel(t('editing.amount'), { exact: true }).fill('1234.56');
    },
  },
  { name: 'crowd-members', as: 'heavy', arrange: section(LONG_NAMES.crowd, 'members') },
];
