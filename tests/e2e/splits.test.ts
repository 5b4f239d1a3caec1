import {
  computeBalances,
  computeShares,
  type LedgerExpense,
  type Minor,
  minor,
  type SplitMode,
  toDecimalString,
} from '@splitifyd/shared/domain';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as journey from './journey.ts';
import { type GroupOfTwo, groupOfTwo, plainApi, SOON, visit } from './two-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const MODES: Readonly<Record<SplitMode, string>> = {
  equal: 'Equally',
  percent: 'Percent',
  shares: 'Shares',
  exact: 'Amounts',
  adjustment: 'Adjust',
};
const NAMES = { writer: 'Hale Winter', reader: 'Isa Thorn' } as const;
type Who = keyof typeof NAMES;
const EVERYBODY = ['writer', 'reader'] as const satisfies readonly Who[];

/** As it is typed, and what that is in minor units, basis points or shares. */
type Typed = readonly [text: string, value: number];

interface Spent {
  /** Whose page it is entered on. Whoever enters it has paid it, unless told. */
  by: Who;
  mode: SplitMode;
  amount: Typed;
  entries?: Record<Who, Typed>;
  payers?: Record<Who, Typed>;
}

/** Most leave an odd cent. */
const SPENT: readonly Spent[] = [
  { by: 'writer', mode: 'percent', amount: ['100.01', 10_001], entries: { writer: ['33.3', 3330], reader: ['66.7', 6670] } },
  { by: 'reader', mode: 'shares', amount: ['20', 2000], entries: { writer: ['1', 1], reader: ['2', 2] } },
  { by: 'writer', mode: 'exact', amount: ['19.99', 1999], entries: { writer: ['12.34', 1234], reader: ['7.65', 765] } },
  { by: 'reader', mode: 'adjustment', amount: ['30.01', 3001], entries: { writer: ['2.50', 250], reader: ['-1.20', -120] } },
  { by: 'writer', mode: 'equal', amount: ['45.45', 4545], payers: { writer: ['5.40', 540], reader: ['40.05', 4005] } },
];

async function enter(page: Page, { by, mode, amount, entries, payers }: Spent): Promise<void> {
  const called = (who: Who) => (who === by ? `${NAMES[who]} (you)` : NAMES[who]);
  await page.getByRole('button', { name: 'Add expense' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add expense' });
  await sheet.getByLabel('Description').fill(`By ${mode}`);
  await sheet.getByLabel('Amount', { exact: true }).fill(amount[0]);
  if (payers) {
    await sheet.getByLabel('Paid by').selectOption({ label: 'Several people…' });
    for (const who of EVERYBODY) await sheet.getByLabel(`${called(who)} paid`).fill(payers[who][0]);
  }
  if (entries) {
    await sheet.getByRole('radio', { name: MODES[mode] }).check();
    for (const who of EVERYBODY) await sheet.getByLabel(`${MODES[mode]}: ${called(who)}`).fill(entries[who][0]);
  }
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** What was entered comes to this for each of the two, by the rules of the domain. */
function balancesOf(spent: readonly (Spent & { id: string })[], { writerId, readerId }: GroupOfTwo): Record<Who, Minor> {
  const byId = (given: Record<Who, number>) => ({ [writerId]: minor(given.writer), [readerId]: minor(given.reader) });
  const values = (typed: Record<Who, Typed>) => byId({ writer: typed.writer[1], reader: typed.reader[1] });
  const ledger = spent.map(({ id, by, mode, amount, entries, payers }): LedgerExpense => {
    const total = minor(amount[1]);
    const split = { mode, entries: entries ? values(entries) : byId({ writer: 1, reader: 1 }) };
    const paid = payers ? values(payers) : { [by === 'writer' ? writerId : readerId]: total };
    return { currency: 'EUR', amount: total, payers: paid, shares: computeShares(total, split, id) };
  });
  const { [writerId]: writer = minor(0), [readerId]: reader = minor(0) } = computeBalances(ledger, []).EUR ?? {};
  return { writer, reader };
}

const inWords = (balance: Minor) =>
  balance > 0 ? `You are owed €${toDecimalString(balance, 'EUR')}` : `You owe €${toDecimalString(minor(-balance), 'EUR')}`;

test('[SPL1] [SPL6] [BAL2] each way to split, and two payers: saved on one page, both pages show the balance to the odd cent', async () => {
  const group = await groupOfTwo('All ways', await plainApi());
  const [writer, reader] = await Promise.all([visit(browser, group, 'writer'), visit(browser, group, 'reader')]);
  const pages = { writer, reader };
  const saved: (Spent & { id: string })[] = [];
  for (const spent of SPENT) {
    await enter(pages[spent.by], spent);
    for (const who of EVERYBODY) await journey.expenseRow(pages[who], `By ${spent.mode}`).waitFor();
    const idOf = async () => {
      const { expenses } = await group.reader.call('listExpenses', { params: { groupId: group.groupId } });
      return expenses.find(({ description }) => description === `By ${spent.mode}`)?.id;
    };
    // The other page has it from the server, so it is there.
    const id = (await idOf()) ?? expect.fail(`${spent.mode} is not stored`);
    saved.push({ ...spent, id });
    const balances = balancesOf(saved, group);
    for (const who of EVERYBODY) await expect.poll(() => journey.ownBalance(pages[who]).textContent(), SOON).toBe(inWords(balances[who]));
  }
  const stored = await group.reader.call('getBalances', { params: { groupId: group.groupId } });
  const { writer: mine, reader: theirs } = balancesOf(saved, group);
  expect(stored.balances).toEqual({ EUR: { [group.writerId]: mine, [group.readerId]: theirs } });
});
