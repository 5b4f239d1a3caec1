import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Expense, LIMITS } from '../../../packages/shared/src/contract/index.ts';
import { minor } from '../../../packages/shared/src/domain/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household } from '../../support/household.ts';

let backend: Backend;
let home: Household;
let jonte: string;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
  jonte = await addPlaceholder(backend, home);
});
afterAll(() => backend.close());

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });
const at = (expenseId: string) => ({ as: home.owner, params: { groupId: home.groupId, expenseId } });

async function spend(cents = 1000): Promise<Expense> {
  const body = bill(home.ownerId, [home.ownerId, jonte], cents);
  await backend.call('createExpense', { ...inHome(), body });
  return backend.call('getExpense', at(body.id));
}

const balanceNow = async () => (await backend.call('getBalances', inHome())).balances.EUR?.[home.ownerId] ?? 0;

test('[INV11] an expense moves the balances by paid minus share, and its shares sum to the amount', async () => {
  const before = await balanceNow();
  const expense = await spend(1001);
  expect(Object.values(expense.shares).reduce((sum, share) => sum + share, 0)).toBe(1001);
  expect(await balanceNow()).toBe(before + 1001 - (expense.shares[home.ownerId] ?? 0));
  const sheet = await backend.call('getBalances', inHome());
  for (const balances of Object.values(sheet.balances)) expect(Object.values(balances).reduce((sum, part) => sum + part, 0)).toBe(0);
  expect(sheet.transfers.EUR).toEqual([{ from: jonte, to: home.ownerId, amount: await balanceNow() }]);
});

test('[REST1] creating answers a page whose one entry carries the expense as it is now', async () => {
  const key = randomUUID();
  const body = bill(home.ownerId, [home.ownerId, jonte]);
  const page = await backend.call('createExpense', { ...inHome(), key, body });
  expect(page.entries).toHaveLength(1);
  expect(page.entries[0]).toMatchObject({ id: key, seq: page.headSeq, actorId: home.ownerId, action: 'expense.created' });
  expect(page.entries[0]?.entity).toEqual({ kind: 'expense', state: await backend.call('getExpense', at(body.id)) });
  expect(page.group.seq).toBe(page.nextSince);
});

test('an edit of words leaves the money alone and names the fields that differ', async () => {
  const expense = await spend();
  const before = await balanceNow();
  const page = await backend.call('updateExpense', {
    ...at(expense.id),
    ifMatch: 1,
    body: { description: 'Groceries', note: 'for the week', category: 'food' },
  });
  expect(page.entries[0]).toMatchObject({ action: 'expense.updated', fields: ['category', 'note'] });
  expect(page.entries[0]?.entity.state).toMatchObject({ version: 2, note: 'for the week', shares: expense.shares });
  expect(await balanceNow()).toBe(before);
});

test('an edit of the amount takes the old effect back and adds the new one', async () => {
  const before = await balanceNow();
  const expense = await spend(1000);
  const { currency, split } = expense;
  const body = { amount: minor(3000), currency, payers: { [jonte]: minor(3000) }, split };
  const page = await backend.call('updateExpense', { ...at(expense.id), ifMatch: 1, body });
  expect(page.entries[0]?.fields).toEqual(['amount', 'payers']);
  expect(await balanceNow()).toBe(before - 1500);
});

test('an edit into another currency moves the money there', async () => {
  const before = await balanceNow();
  const expense = await spend(1000);
  const { amount, payers, split } = expense;
  await backend.call('updateExpense', { ...at(expense.id), ifMatch: 1, body: { amount, payers, split, currency: 'JPY' } });
  expect(await balanceNow()).toBe(before);
  expect((await backend.call('getBalances', inHome())).balances.JPY).toEqual({ [home.ownerId]: 500, [jonte]: -500 });
});

test('[REST5] an edit that makes no difference is no change: no entry, no seq, the same version', async () => {
  const expense = await spend();
  const page = await backend.call('updateExpense', { ...at(expense.id), ifMatch: 1, body: { description: ' Groceries ' } });
  expect(page.entries).toEqual([]);
  expect(page).toMatchObject({ headSeq: expense.seq, nextSince: expense.seq, hasMore: false });
  expect(await backend.call('getExpense', at(expense.id))).toEqual(expense);
});

test('deleting leaves a tombstone in the log, takes the money back and hides the expense', async () => {
  const before = await balanceNow();
  const expense = await spend();
  const page = await backend.call('deleteExpense', { ...at(expense.id), ifMatch: 1 });
  expect(page.entries[0]).toMatchObject({ action: 'expense.deleted', entity: { state: { version: 2, deletedAt: page.entries[0]?.at } } });
  expect(await balanceNow()).toBe(before);
  expect((await backend.refused('getExpense', at(expense.id))).code).toBe('not-found');
  const listed = await backend.call('listExpenses', inHome());
  expect(listed.expenses.map(({ id }) => id)).not.toContain(expense.id);
  for (const refusal of [
    backend.refused('updateExpense', { ...at(expense.id), ifMatch: 2, body: { note: 'x' } }),
    backend.refused('deleteExpense', { ...at(expense.id), ifMatch: 2 }),
  ]) {
    expect((await refusal).code).toBe('not-found');
  }
});

test('[INV9] a stale version is refused with the expense as it is now', async () => {
  const expense = await spend();
  await backend.call('updateExpense', { ...at(expense.id), ifMatch: 1, body: { note: 'first' } });
  const stale = await backend.refused('updateExpense', { ...at(expense.id), ifMatch: 1, body: { note: 'second' } });
  expect(stale).toMatchObject({ status: 412, code: 'stale-version', current: { id: expense.id, version: 2, note: 'first' } });
  const staleDelete = await backend.refused('deleteExpense', { ...at(expense.id), ifMatch: 1 });
  expect(staleDelete).toMatchObject({ status: 412, current: { version: 2 } });
  const unsaid = await backend.refused('updateExpense', { ...at(expense.id), body: { note: 'second' } });
  expect(unsaid).toMatchObject({ status: 428, code: 'precondition-required' });
});

test('a split that does not add up is refused, and the fields are named', async () => {
  const body = bill(home.ownerId, [home.ownerId]);
  const wrongShares = await backend.refused('createExpense', {
    ...inHome(),
    body: { ...body, split: { mode: 'exact', entries: { [home.ownerId]: 999 } } },
  });
  expect(wrongShares).toMatchObject({ status: 400, code: 'invalid-split', errors: [{ path: 'split.entries' }] });
  const wrongPayers = await backend.refused('createExpense', { ...inHome(), body: { ...body, payers: { [home.ownerId]: minor(1) } } });
  expect(wrongPayers).toMatchObject({ code: 'invalid-split', errors: [{ path: 'payers' }] });
});

test('[REST7] new money concerns members who are there; an old expense may go on naming who left', async () => {
  const gone = await addPlaceholder(backend, home, 'Ylva');
  const body = bill(gone, [home.ownerId, gone]);
  await backend.call('createExpense', { ...inHome(), body });
  await backend.db.doc(`groups/${home.groupId}`).update({ [`members.${gone}.status`]: 'left' });

  const refused = await backend.refused('createExpense', { ...inHome(), body: bill(home.ownerId, [gone]) });
  expect(refused).toMatchObject({ status: 409, code: 'member-unavailable', errors: [{ path: `split.entries.${gone}` }] });
  const unknown = await backend.refused('createExpense', { ...inHome(), body: bill(randomUUID(), [home.ownerId]) });
  expect(unknown.code).toBe('member-unavailable');

  const { currency, payers, split } = body;
  const edit = { amount: minor(1000), currency, payers, split: { ...split, entries: { ...split.entries, [jonte]: 1 } } };
  const page = await backend.call('updateExpense', { ...at(body.id), ifMatch: 1, body: edit });
  expect(page.entries[0]?.fields).toEqual(['split']);
});

test('an expense id that another mutation has used is refused', async () => {
  const expense = await spend();
  const body = { ...bill(home.ownerId, [jonte]), id: expense.id };
  expect(await backend.refused('createExpense', { ...inHome(), body })).toMatchObject({ status: 409, code: 'id-in-use' });
});

test('[REST9] a group holds balances in a bounded number of currencies', async () => {
  const rich = await foundHousehold(backend);
  const other = await addPlaceholder(backend, rich);
  const codes = Intl.supportedValuesOf('currency');
  const asked = { as: rich.owner, params: { groupId: rich.groupId } };
  for (const currency of codes.slice(0, LIMITS.currenciesPerGroup)) {
    await backend.call('createExpense', { ...asked, body: { ...bill(rich.ownerId, [other]), currency } });
  }
  const [last = ''] = codes.slice(LIMITS.currenciesPerGroup);
  const refused = await backend.refused('createExpense', { ...asked, body: { ...bill(rich.ownerId, [other]), currency: last } });
  expect(refused).toMatchObject({ status: 409, code: 'too-many-currencies' });
});

test('pages of expenses skip nothing and repeat nothing, also among equal dates', async () => {
  const busy = await foundHousehold(backend);
  const asked = { as: busy.owner, params: { groupId: busy.groupId } };
  const made: string[] = [];
  for (let day = 0; day < 9; day++) {
    const body = { ...bill(busy.ownerId, [busy.ownerId]), date: `2026-03-0${1 + (day % 3)}` };
    await backend.call('createExpense', { ...asked, body });
    made.push(body.id);
  }
  const seen: Expense[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = `?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
    const page = await backend.call('listExpenses', { ...asked, query });
    expect(page.pagination).toMatchObject({ limit: 2, total: 9, hasMore: page.pagination.nextCursor !== null });
    seen.push(...page.expenses);
    cursor = page.pagination.nextCursor;
  }
  expect(seen.map(({ id }) => id).sort()).toEqual(made.sort());
  const order = seen.map(({ date, createdAt }) => `${date} ${createdAt}`);
  expect(order).toEqual([...order].sort().reverse());
});
