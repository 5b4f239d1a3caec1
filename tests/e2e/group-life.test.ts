import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { layoutFaults } from '../support/layout.ts';
import * as journey from './journey.ts';
import { groupOfTwo, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('settings change for everybody at once, and new expenses begin with the group’s currency', async () => {
  const group = await groupOfTwo('Old name');
  const mine = await visit(browser, group, 'writer');
  const theirs = await visit(browser, group, 'reader');
  await mine.getByRole('button', { name: 'Group settings' }).click();
  const settings = mine.getByRole('dialog', { name: 'Group settings' });
  await settings.getByLabel('Name of the group').fill('New name');
  await settings.getByLabel('Description').fill('what it is for');
  await settings.getByLabel('Usual currency').selectOption('CHF');
  await settings.getByRole('radio', { name: 'Off' }).check();
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved.').waitFor();

  await theirs.getByRole('heading', { level: 1, name: 'New name' }).waitFor();
  await theirs.getByText('what it is for').waitFor();
  await theirs.getByRole('button', { name: 'Add expense' }).click();
  await expect.poll(() => theirs.getByRole('dialog').getByLabel('Currency').inputValue(), SOON).toBe('CHF');
  await theirs.keyboard.press('Escape');
  await theirs.getByRole('button', { name: 'Group settings' }).click();
  await theirs.getByRole('dialog').getByText('Admins of the group can change this.').waitFor();
  expect(await theirs.getByRole('dialog').getByRole('textbox').count()).toBe(0);
});

test('[FORM10] who is made a viewer keeps looking on, and loses every control that changes something, but nothing half typed', async () => {
  const group = await groupOfTwo('Viewer');
  await group.post('Paint', 1000);
  const mine = await visit(browser, group, 'writer');
  const theirs = await visit(browser, group, 'reader');
  await theirs.getByRole('button', { name: 'Add expense' }).click();
  const form = theirs.getByRole('dialog', { name: 'Add expense' });
  await form.getByLabel('Description').fill('Brushes');
  await form.getByLabel('Amount', { exact: true }).fill('4');
  await journey.openSection(mine, 'Members');
  const makeThem = async (role: RegExp) => {
    await mine.getByRole('button', { name: 'Edit Isa Thorn' }).click();
    await mine.getByRole('radio', { name: role }).check();
    await mine.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  };
  await makeThem(/^Viewer/);
  await mine.getByText('can only view').waitFor();
  const reason = form.getByText('Your role in this group does not let you save this any more');
  await reason.waitFor();
  expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await form.getByLabel('Description').press('Enter');
  expect(await form.getByRole('alert').evaluate((alert) => alert === document.activeElement)).toBe(true);
  expect(await form.getByLabel('Description').inputValue()).toBe('Brushes');
  await makeThem(/^Member/);
  await reason.waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Save' }).click();
  await journey.expenseRow(theirs, 'Brushes').waitFor();
  await makeThem(/^Viewer/);

  await theirs.getByRole('button', { name: 'Add expense' }).waitFor({ state: 'detached' });
  expect(await theirs.getByRole('button', { name: /Settle up|Record a payment/ }).count()).toBe(0);
  await journey.expenseRow(theirs, 'Paint').getByRole('button').click();
  expect(
    await theirs
      .getByRole('dialog')
      .getByRole('button', { name: /Edit|Delete|Duplicate/ })
      .count(),
  ).toBe(0);
  await theirs.keyboard.press('Escape');
  await journey.openSection(theirs, 'Members');
  expect(await theirs.getByRole('button', { name: /Invite|Add$|Edit Hale/ }).count()).toBe(0);
});

test('[FLOW8] [DRAFT6] nobody is removed with an open balance; settled, they are, and are told and led home at once, with what they had typed', async () => {
  const group = await groupOfTwo('Removed');
  await group.post('Sugar', 200);
  const mine = await visit(browser, group, 'writer');
  const theirs = await visit(browser, group, 'reader', { expected: [/404|403|permission/] });
  await journey.openSection(mine, 'Members');
  await mine.getByRole('button', { name: 'Edit Isa Thorn' }).click();
  await mine.getByText('Isa Thorn can be removed once their balance is settled.').waitFor();
  await mine.keyboard.press('Escape');
  await theirs.getByRole('button', { name: 'Add expense' }).first().click();
  await theirs.getByLabel('Description').fill('Candles');
  await theirs.getByLabel('Amount', { exact: true }).fill('7.5');
  await journey.settle(mine, 'Isa Thorn pays you');
  await mine.getByRole('button', { name: 'Edit Isa Thorn' }).click();
  await mine.getByRole('button', { name: 'Remove from the group' }).click();
  await mine.getByText('Remove Isa Thorn?').waitFor();
  await mine.getByRole('button', { name: 'Remove from the group' }).click();

  await theirs.getByRole('heading', { name: `“${group.name}” is not here any more` }).waitFor();
  await theirs.getByText('Candles\n7.5 EUR').waitFor();
  await theirs.reload();
  await theirs.getByRole('heading', { name: `“${group.name}” is not here any more` }).waitFor();
  await theirs.getByText('Candles\n7.5 EUR').waitFor();
  await theirs.getByRole('link', { name: 'Go to your groups' }).click();
  await theirs.getByText(`“${group.name}” is not here any more`).waitFor();
  await theirs.getByRole('link', { name: 'Look at what you typed there' }).click();
  await theirs.getByRole('button', { name: 'Dismiss' }).click();
  await theirs.getByText('Candles').waitFor({ state: 'detached' });
  await theirs.getByText('It was deleted, or you are no longer one of its members.').waitFor();
  await theirs.getByRole('link', { name: 'Go to your groups' }).click();
  await theirs.getByText('Nothing to split yet').waitFor();
});

test('an invitation link comes with a QR code of it, whole on a low screen, is listed, and does not work once withdrawn', async () => {
  const group = await groupOfTwo('Links');
  const mine = await visit(browser, group, 'writer');
  await journey.openSection(mine, 'Members');
  await mine.getByRole('button', { name: /^Withdraw the link/ }).click();
  await mine.getByText('There are no invitation links at the moment.').waitFor();

  await mine.getByRole('button', { name: 'Invite by link' }).click();
  await mine.getByRole('img', { name: 'QR code of the link' }).waitFor();
  const link = await mine.getByLabel('Link', { exact: true }).inputValue();
  await mine.setViewportSize({ width: 390, height: 600 });
  expect(await layoutFaults(mine)).toEqual([]);
  await mine.getByRole('button', { name: 'Close' }).click();
  let answer = () => {};
  const heldBack = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await mine.route('**/invites/*', (route) => heldBack.then(() => route.continue()));
  const withdraw = mine.getByRole('button', { name: /^Withdraw the link/ });
  await withdraw.click();
  await expect.poll(() => withdraw.getAttribute('aria-busy')).toBe('true');
  answer();
  await mine.getByText('The link does not work any more.').waitFor();

  const late = await visit(browser, group, 'reader', { expected: [/404|410/] });
  await late.goto(link);
  await late.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
});

test('[FLOW12] a member leaves, is home and told so once; the last one deletes the group by typing its name', async () => {
  const group = await groupOfTwo('Short life');
  const theirs = await visit(browser, group, 'reader', { expected: [/404|403|permission/] });
  await theirs.getByRole('button', { name: 'Group settings' }).click();
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave the group' }).click();
  await theirs.getByText('Leave “Short life”?').waitFor();
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave the group' }).click();
  await theirs.getByText('Nothing to split yet').waitFor();
  const gone = '“Short life” is no longer among your groups.';
  await theirs.getByText(gone).waitFor();

  const mine = await visit(browser, group, 'writer', { expected: [/404|403|permission/] });
  await journey.openSection(mine, 'Activity');
  await mine.getByText('Isa Thorn left the group').waitFor();
  await mine.getByRole('button', { name: 'Group settings' }).click();
  const settings = mine.getByRole('dialog', { name: 'Group settings' });
  await settings.getByRole('button', { name: 'Delete the group' }).click();
  await settings.getByLabel(/type its name/).fill('Short');
  await settings.getByRole('button', { name: 'Delete for everybody' }).click();
  await settings.getByText('This is not the name of the group.').waitFor();
  await settings.getByLabel(/type its name/).fill('Short life');
  await settings.getByRole('button', { name: 'Delete for everybody' }).click();
  await mine.getByText('Nothing to split yet').waitFor();
  await mine.getByText(gone).waitFor();
  await mine.getByRole('button', { name: /^Account/ }).click();
  await mine.getByRole('link', { name: 'Your profile' }).click();
  await mine.getByRole('link', { name: 'All groups' }).click();
  await mine.getByText('Nothing to split yet').waitFor();
  expect(await mine.getByText(gone).count()).toBe(0);
});
