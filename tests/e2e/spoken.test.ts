import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { groupOfTwo, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The accessibility tree, without addresses and examples, labels by themselves, and what could be chosen instead. */
const NOT_HEARD = /^\s*- (\/(url|placeholder):|text:|option (?!.*\[selected\]))/;
async function heard(part: Locator): Promise<string> {
  const lines = (await part.ariaSnapshot()).split('\n').filter((line) => !NOT_HEARD.test(line));
  return `\n${lines.map((line) => line.replace(/:$/, '')).join('\n')}\n`;
}

test('[KEY2] the page of a group, the form of an expense and that of a payment tell a screen reader what everything is called, is, and is set to', async () => {
  const group = await groupOfTwo('Harbour');
  await group.post('Soup', 1200);
  const page = await visit(browser, group, 'reader');
  await journey.expenseRow(page, 'Soup').waitFor();
  await expect
    .poll(() => heard(page.getByRole('main')), SOON)
    .toBe(`
- main "Harbour"
  - status
  - link "All groups"
  - button "Group settings"
  - heading "Harbour" [level=1]
  - paragraph: You owe €6.00
  - button "Add expense"
  - link "Skip to balances"
  - navigation "Sections of the group"
    - list
      - listitem
        - link "Expenses"
      - listitem
        - link "Activity"
      - listitem
        - link "Members"
  - region "Expenses"
    - heading "March" [level=2]
    - list
      - listitem
        - time: Mon 2 Mar 2026
        - button "Soup , Hale Winter paid €12.00 , you borrowed €6.00"
  - complementary "Balances"
    - heading "Balances" [level=2]
    - list
      - listitem
        - button "Isa Thorn (you) owes €6.00"
      - listitem
        - button "Hale Winter gets back €6.00"
    - heading "To settle up" [level=3]
    - list
      - listitem
        - 'button "Why: You pay Hale Winter"': Why?
        - 'button "Settle up: You pay Hale Winter, €6.00"': Settle up
    - paragraph: One payment settles everything.
    - button "Record a payment"
  - status
`);

  const day = await page.evaluate(() => {
    const now = new Date();
    const parts = [{ weekday: 'short' }, { day: 'numeric' }, { month: 'short' }, { year: 'numeric' }] as const;
    const inWords = parts.map((part) => now.toLocaleDateString('en-IE', part)).join(' ');
    return { value: now.toLocaleDateString('sv-SE'), inWords };
  });
  await page.getByRole('button', { name: 'Add expense' }).click();
  const expense = page.getByRole('dialog', { name: 'Add expense' });
  await expense.getByLabel('Description').fill('Bread');
  await expense.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => heard(expense), SOON)
    .toBe(`
- dialog "Add expense"
  - heading "Add expense" [level=2]
  - button "Close"
  - textbox "Description"
  - textbox "Amount" [invalid]
  - paragraph: Enter an amount.
  - combobox "Currency"
    - option "EUR · Euro" [selected]
  - combobox "Paid by"
    - option "Isa Thorn (you)" [selected]
  - group "Split"
    - radio "Equally" [checked]
    - radio "Amounts"
    - radio "Percent"
    - radio "Shares"
    - radio "Adjust"
  - group "Split among"
    - checkbox "Isa Thorn (you)" [checked]
    - checkbox "Hale Winter" [checked]
  - textbox "Date": ${day.value}
  - paragraph: ${day.inWords}
  - group: + Category and note
  - button "Save"
`);
  await page.keyboard.press('Escape');
  await expense.waitFor({ state: 'detached' });
  await journey.pause(page);

  await page.getByRole('button', { name: 'Settle up: You pay Hale Winter' }).click();
  const payment = page.getByRole('dialog', { name: 'Record a payment' });
  await expect
    .poll(() => heard(payment), SOON)
    .toBe(`
- dialog "Record a payment"
  - heading "Record a payment" [level=2]
  - button "Close"
  - paragraph: "Splitifyd moves no money: pay as you like, and write it down here."
  - combobox "Who paid"
    - option "Isa Thorn (you)" [selected]
  - combobox "Who got it"
    - option "Hale Winter" [selected]
  - textbox "Amount": "6.00"
  - combobox "Currency"
    - option "EUR · Euro" [selected]
  - paragraph: Settles it
  - textbox "Date": ${day.value}
  - paragraph: ${day.inWords}
  - textbox "Note"
  - button "Record payment"
`);
});
