import { DEMO_PAYMENT_NOTE } from '../demo/demo-groups.ts';
import { LONG_NAMES } from '../demo/long-names.ts';
import { FLAT, inSight, openGroup, openRow, openSection, type Scene, TRIP } from './scene.ts';

/** Expenses, payments and what explains them. */
export const MONEY_SCENES: readonly Scene[] = [
  {
    name: 'expense',
    as: 'member',
    async arrange(page) {
      await openGroup(page, FLAT);
      await openRow(page, 'Dishwasher repair');
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
      await sheet.getByLabel(t('editing.amount'), { exact: true }).fill('64.90');
    },
  },
  {
    name: 'add-expense-over',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, TRIP);
      await page.getByRole('button', { name: t('expenses.add') }).click();
      const sheet = page.getByRole('dialog', { name: t('expense.newTitle') });
      await sheet.getByLabel(t('editing.amount'), { exact: true }).fill('9000');
      await sheet.getByRole('radio', { name: t('mode.exact') }).check();
      await sheet.getByLabel(t('expense.entryOf', { mode: t('mode.exact'), name: 'Pelle Quist' })).fill('9500');
    },
  },
  {
    name: 'several-payers',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, TRIP);
      await openRow(page, 'Ryokan, two nights');
      await page.getByRole('button', { name: t('action.edit') }).click();
      // Open, since it has a category.
      await page
        .getByRole('dialog', { name: t('expense.editTitle') })
        .getByLabel(t('expense.category'))
        .waitFor();
    },
  },
  {
    name: 'delete-undo',
    // Really deletes it: of these there are enough.
    as: 'heavy',
    async arrange(page, t) {
      await openGroup(page, LONG_NAMES.group);
      await openRow(page, LONG_NAMES.expense);
      await page.getByRole('button', { name: t('action.delete') }).click();
      await inSight(page.getByRole('button', { name: t('undo.undo') }));
    },
  },
  {
    name: 'settle',
    as: 'member',
    async arrange(page, t) {
      await openSection(page, t, FLAT, 'balances');
      await page
        .getByRole('button', { name: t('settle.up'), exact: false })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('settle.save') })
        .waitFor();
    },
  },
  {
    name: 'payment',
    as: 'member',
    async arrange(page, t) {
      await openGroup(page, FLAT);
      await openRow(page, t('settlement.paidYou', { from: 'Tobin Feld' }));
      await page.getByRole('dialog').getByText(DEMO_PAYMENT_NOTE).waitFor();
    },
  },
  {
    name: 'explain-balance',
    as: 'member',
    async arrange(page, t) {
      await openSection(page, t, FLAT, 'balances');
      await page.locator('.balance-row').first().click();
      await page.getByRole('dialog').getByText(t('explain.sum')).waitFor();
    },
  },
  {
    name: 'explain-transfer',
    as: 'member',
    async arrange(page, t) {
      await openSection(page, t, TRIP, 'balances');
      await page.locator('.transfer-actions').first().getByRole('button').first().click();
      await page.getByText(t('explain.simplified')).waitFor();
    },
  },
];
