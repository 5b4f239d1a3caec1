import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pairwiseDebts, settleAll } from '../../../packages/shared/src/domain/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, payment } from '../../support/household.ts';

let backend: Backend;
let home: Household;
let people: [string, string, string];
beforeAll(async () => {
  backend = await startBackend();
});
beforeEach(async () => {
  home = await foundHousehold(backend);
  people = [home.ownerId, await addPlaceholder(backend, home), await addPlaceholder(backend, home, 'Ylva')];
});
afterAll(() => backend.close());

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });
const sheet = () => backend.call('getBalances', inHome());
const spend = (payer: string, among: string[], cents: number) => {
  const body = bill(payer, among, cents);
  return backend.call('createExpense', { ...inHome(), body }).then(() => body);
};
const settle = (from: string, to: string, cents: number) =>
  backend.call('createSettlement', { ...inHome(), body: payment(from, to, cents) });

async function simplify(simplifyDebts: boolean): Promise<void> {
  const { version } = await backend.call('getGroup', inHome());
  await backend.call('updateGroup', { ...inHome(), ifMatch: version, body: { settings: { simplifyDebts } } });
}

async function recomputed() {
  const { expenses } = await backend.call('listExpenses', { ...inHome(), query: '?limit=100' });
  const { settlements } = await backend.call('listSettlements', { ...inHome(), query: '?limit=100' });
  return pairwiseDebts(expenses, settlements);
}

test('[REST16] a group that stops simplifying gets the debts of its whole history', async () => {
  const [mara, jonte, ylva] = people;
  await spend(mara, [jonte, ylva], 3001);
  await spend(jonte, [ylva], 700);
  await settle(ylva, mara, 400);
  expect((await sheet()).transfers).toEqual(settleAll((await sheet()).balances));
  await simplify(false);
  expect((await sheet()).transfers).toEqual(await recomputed());
  expect((await sheet()).transfers.EUR).toHaveLength(3);
});

test('[REST16] from then on every change moves the debts it concerns, and nothing else is read', async () => {
  const [mara, jonte, ylva] = people;
  await simplify(false);
  const first = await spend(mara, [mara, jonte, ylva], 1000);
  const second = await spend(jonte, [ylva, mara], 501);
  await settle(jonte, mara, 200);
  const { amount, currency, split } = bill(ylva, [mara, jonte], 999);
  const params = { groupId: home.groupId, expenseId: second.id };
  await backend.call('updateExpense', {
    as: home.owner,
    params,
    ifMatch: 1,
    body: { amount, currency, split, payers: { [ylva]: amount } },
  });
  expect((await sheet()).transfers).toEqual(await recomputed());
  await backend.call('deleteExpense', { as: home.owner, params: { ...params, expenseId: first.id }, ifMatch: 1 });
  expect((await sheet()).transfers).toEqual(await recomputed());
});

test('[REST16] ten parallel writers leave debts equal to an independent recomputation', async () => {
  await simplify(false);
  const [mara, jonte, ylva] = people;
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      index % 3 === 0 ? settle(jonte, mara, 100 + index) : spend(index % 2 ? mara : ylva, [mara, jonte, ylva], 1000 + index),
    ),
  );
  expect((await sheet()).transfers).toEqual(await recomputed());
});

test('[REST16] an edit of words leaves the debts alone', async () => {
  const [mara, jonte] = people;
  await simplify(false);
  const { id } = await spend(mara, [jonte], 900);
  const debts = () => backend.db.doc(`groups/${home.groupId}/pairwise/debts`).get();
  const before = await debts();
  await backend.call('updateExpense', {
    as: home.owner,
    params: { groupId: home.groupId, expenseId: id },
    ifMatch: 1,
    body: { note: 'x' },
  });
  expect((await debts()).updateTime).toEqual(before.updateTime);
});

test('[REST16] simplifying again, and stopping again, starts from the history as it is by then', async () => {
  const [mara, jonte, ylva] = people;
  await simplify(false);
  await spend(mara, [jonte, ylva], 1000);
  await simplify(true);
  await spend(jonte, [ylva], 500);
  expect((await sheet()).transfers).toEqual(settleAll((await sheet()).balances));
  await simplify(false);
  expect((await sheet()).transfers).toEqual(await recomputed());
});

test('[REST16] a group with too long a history can only simplify', async () => {
  await backend.db.doc(`groups/${home.groupId}`).update({ expenseCount: 5000, settlementCount: 1 });
  const refused = await backend.refused('updateGroup', { ...inHome(), ifMatch: 1, body: { settings: { simplifyDebts: false } } });
  expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ path: 'settings.simplifyDebts' }] });
});
