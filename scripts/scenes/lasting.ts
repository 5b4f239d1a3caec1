import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { LONG_NAMES } from '../demo/long-names.ts';
import { addExpense, goTo, openGroup, openRow, type Scene, type Words } from './scene.ts';

/** What changes its visitor's data for good, and so comes last: a new group, changes that meet others' or are refused. */
export const LASTING_SCENES: readonly Scene[] = [
  {
    name: 'group-alone',
    as: 'heavy',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('groups.new') }).click();
      await page.getByLabel(t('groups.name')).fill('Just me');
      await page.getByRole('button', { name: t('groups.create') }).click();
      await page.getByText(t('expenses.aloneTitle')).waitFor();
    },
  },
  {
    name: 'conflict',
    as: 'heavy',
    async arrange(page, t) {
      const asked = page.waitForRequest((request) => /\/api\/v1\/groups\/.+\/changes/.test(request.url()));
      await openGroup(page, LONG_NAMES.group);
      const { authorization = '' } = await (await asked).allHeaders();
      await openRow(page, 'Supper no. 1');
      const description = (await page.getByRole('dialog').getByRole('heading').first().textContent()) ?? '';
      await page.getByRole('button', { name: t('action.edit') }).click();
      const sheet = page.getByRole('dialog', { name: t('expense.editTitle') });
      await sheet.getByLabel(t('expense.description')).fill('Supper no. 1, and the wine');
      await editElsewhere(page, authorization, description);
      await sheet.getByRole('button', { name: t('editing.keepMine') }).waitFor();
    },
  },
  {
    name: 'refused',
    as: 'heavy',
    async arrange(page, t) {
      await openGroup(page, LONG_NAMES.group);
      await haveRefused(page, t);
      await page
        .getByText(t('notice.create', { description: 'Breakfast' }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'groups-refused',
    as: 'heavy',
    async arrange(page, t) {
      await openGroup(page, LONG_NAMES.group);
      await haveRefused(page, t);
      await page
        .getByText(t('notice.create', { description: 'Breakfast' }))
        .first()
        .waitFor();
      await goTo(page, '/');
      await page.locator('.notices').getByRole('link').first().waitFor();
    },
  },
];

/** The same person, on another device, edits the expense whose sheet is open. */
async function editElsewhere(page: Page, authorization: string, description: string): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const expenses = `${origin}/api/v1${pathname}/expenses`;
  const headers = { authorization, 'idempotency-key': randomUUID() };
  const listed = await (await page.request.get(`${expenses}?limit=50`, { headers })).json();
  const found = listed.expenses.find((expense: { description: string }) => expense.description === description);
  const edited = await page.request.patch(`${expenses}/${found.id}`, {
    headers: { ...headers, 'if-match': `"${found.version}"` },
    data: { description: `Supper no. 1 of ${found.version}` },
  });
  if (!edited.ok()) throw new Error(`The edit elsewhere was answered ${edited.status()}: ${await edited.text()}`);
}

/** Adds an expense to which the server says no. */
async function haveRefused(page: Page, t: Words): Promise<void> {
  const problem = { type: 'about:blank', title: 'Refused', status: 403, code: 'forbidden', requestId: 'of-a-scene' };
  const answer = { status: problem.status, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  await page.route('**/expenses', (route) => route.fulfill(answer), { times: 1 });
  await addExpense(page, t, 'Breakfast', '12');
}
