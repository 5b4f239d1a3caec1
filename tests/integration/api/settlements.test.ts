import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeBalances, minor } from '../../../packages/shared/src/domain/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, letIn, payment } from '../../support/household.ts';

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
const at = (settlementId: string) => ({ as: home.owner, params: { groupId: home.groupId, settlementId } });
const balancesNow = async () => (await backend.call('getBalances', inHome())).balances;

async function paid(from: string, to: string, cents = 500) {
  const body = payment(from, to, cents);
  const page = await backend.call('createSettlement', { ...inHome(), body });
  return { id: body.id, page };
}

test('[REST14] a settlement raises the balance of who paid and lowers that of who received', async () => {
  const before = await balancesNow();
  const { page } = await paid(jonte, home.ownerId, 700);
  expect(page.entries[0]).toMatchObject({
    action: 'settlement.created',
    entity: { kind: 'settlement', state: { from: jonte, version: 1 } },
  });
  const after = await balancesNow();
  expect((after.EUR?.[jonte] ?? 0) - (before.EUR?.[jonte] ?? 0)).toBe(700);
  expect((after.EUR?.[home.ownerId] ?? 0) - (before.EUR?.[home.ownerId] ?? 0)).toBe(-700);
});

test('[REST14] an edit of a settlement moves its money, a deletion takes it back', async () => {
  const before = await balancesNow();
  const { id } = await paid(jonte, home.ownerId);
  const money = { from: home.ownerId, to: jonte, amount: minor(300), currency: 'JPY' };
  const page = await backend.call('updateSettlement', { ...at(id), ifMatch: 1, body: money });
  expect(page.entries[0]).toMatchObject({ action: 'settlement.updated', fields: ['from', 'to', 'amount', 'currency'] });
  expect((await balancesNow()).JPY).toEqual({ [home.ownerId]: 300, [jonte]: -300 });
  const gone = await backend.call('deleteSettlement', { ...at(id), ifMatch: 2 });
  expect(gone.entries[0]).toMatchObject({ action: 'settlement.deleted', entity: { state: { version: 3 } } });
  expect(await balancesNow()).toEqual(before);
  expect((await backend.refused('updateSettlement', { ...at(id), ifMatch: 3, body: { note: 'x' } })).code).toBe('not-found');
});

test('an edit of words leaves the money alone', async () => {
  const { id } = await paid(jonte, home.ownerId);
  const before = await balancesNow();
  const page = await backend.call('updateSettlement', { ...at(id), ifMatch: 1, body: { note: 'in cash', date: '2026-03-14' } });
  expect(page.entries[0]?.fields).toEqual(['note']);
  expect(await balancesNow()).toEqual(before);
});

test('[INV9] a stale edit of a settlement is refused with the settlement as it is now, one without a version too', async () => {
  const { id } = await paid(jonte, home.ownerId);
  await backend.call('updateSettlement', { ...at(id), ifMatch: 1, body: { note: 'first' } });
  const stale = await backend.refused('updateSettlement', { ...at(id), ifMatch: 1, body: { note: 'second' } });
  expect(stale).toMatchObject({ code: 'stale-version', current: { id, version: 2, note: 'first' } });
  expect((await backend.refused('deleteSettlement', at(id))).code).toBe('precondition-required');
});

test('[REST14] who left may still settle; who never was a member may not', async () => {
  const { memberId } = await letIn(backend, home);
  await backend.db.doc(`groups/${home.groupId}`).update({ [`members.${memberId}.status`]: 'left' });
  await paid(memberId, home.ownerId);
  const stranger = randomUUID();
  const refused = await backend.refused('createSettlement', { ...inHome(), body: payment(home.ownerId, stranger) });
  expect(refused).toMatchObject({ code: 'member-unavailable', errors: [{ path: 'to' }] });
});

test('nobody settles with themselves', async () => {
  const refused = await backend.refused('createSettlement', { ...inHome(), body: payment(jonte, jonte) });
  expect(refused.code).toBe('invalid-request');
});

test('an id that another settlement has is refused', async () => {
  const body = payment(jonte, home.ownerId);
  await backend.call('createSettlement', { ...inHome(), body });
  expect((await backend.refused('createSettlement', { ...inHome(), body })).code).toBe('id-in-use');
});

test('[REST12] pages of settlements join to the whole list, newest first, with the total', async () => {
  const group = await foundHousehold(backend);
  const other = await addPlaceholder(backend, group);
  const asked = { as: group.owner, params: { groupId: group.groupId } };
  for (const day of ['01', '02', '02', '02', '03']) {
    await backend.call('createSettlement', { ...asked, body: { ...payment(other, group.ownerId), date: `2026-03-${day}` } });
  }
  const whole = await backend.call('listSettlements', asked);
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await backend.call('listSettlements', { ...asked, query: `?limit=2${cursor}` });
    expect(page.pagination.total).toBe(5);
    found.push(...page.settlements.map(({ id }) => id));
    if (page.pagination.nextCursor === null) break;
    cursor = `&cursor=${page.pagination.nextCursor}`;
  }
  expect(found).toEqual(whole.settlements.map(({ id }) => id));
  expect(whole.settlements.map(({ date }) => date.slice(-2))).toEqual(['03', '02', '02', '02', '01']);
});

test('a snapshot brings the newest settlements, and a pull the changes of one', async () => {
  const group = await foundHousehold(backend);
  const other = await addPlaceholder(backend, group);
  const asked = { as: group.owner, params: { groupId: group.groupId } };
  const body = payment(other, group.ownerId);
  await backend.call('createSettlement', { ...asked, body });
  const snapshot = await backend.call('pullChanges', asked);
  expect(snapshot.snapshot?.settlements.map(({ id }) => id)).toEqual([body.id]);
  const pulled = await backend.call('pullChanges', { ...asked, query: '?since=2' });
  expect(pulled.entries[0]?.entity).toEqual({ kind: 'settlement', state: snapshot.snapshot?.settlements[0] });
});

test('[INV1] expenses and settlements of ten parallel writers leave balances equal to an independent recomputation', async () => {
  const write = (index: number) =>
    index % 2
      ? backend.call('createSettlement', { ...inHome(), body: payment(jonte, home.ownerId, 100 + index) })
      : backend.call('createExpense', { ...inHome(), body: bill(home.ownerId, [home.ownerId, jonte], 1001 + index) });
  await Promise.all(Array.from({ length: 10 }, (_, index) => write(index)));
  const { expenses } = await backend.call('listExpenses', { ...inHome(), query: '?limit=100' });
  const { settlements } = await backend.call('listSettlements', { ...inHome(), query: '?limit=100' });
  expect(await balancesNow()).toEqual(computeBalances(expenses, settlements));
});
