import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityEntry } from '../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, payment } from '../../support/household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
  const jonte = await addPlaceholder(backend, home);
  for (let cents = 100; cents < 108; cents++) {
    await backend.call('createExpense', { ...inHome(), body: bill(home.ownerId, [jonte], cents) });
  }
});
afterAll(() => backend.close());

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });

test('a snapshot is the group with its newest expenses and entries, all of one moment', async () => {
  const page = await backend.call('pullChanges', inHome());
  expect(page).toMatchObject({ nextSince: 10, headSeq: 10, hasMore: false });
  expect(page.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(page.snapshot?.expenses.map(({ amount }) => amount)).toEqual([107, 106, 105, 104, 103, 102, 101, 100]);
  expect(page.snapshot).toMatchObject({ nextCursor: null, settlements: [], nextSettlementCursor: null });
});

test('[INV4] pulling by cursor gives every entry once, in order, up to the head', async () => {
  const seen: ActivityEntry[] = [];
  let since = 1;
  for (let hasMore = true; hasMore; ) {
    const page = await backend.call('pullChanges', { ...inHome(), query: `?since=${since}&limit=4` });
    seen.push(...page.entries);
    expect(page.nextSince).toBe(page.entries.at(-1)?.seq);
    expect(page.snapshot).toBeUndefined();
    since = page.nextSince;
    hasMore = page.hasMore;
  }
  expect(seen.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('a cursor at the head gets an empty page', async () => {
  const page = await backend.call('pullChanges', { ...inHome(), query: '?since=10' });
  expect(page).toMatchObject({ entries: [], nextSince: 10, headSeq: 10, hasMore: false });
});

test('a cursor beyond the head, below the floor or of another epoch must reload', async () => {
  const { epoch } = await backend.call('pullChanges', inHome());
  const beyond = await backend.refused('pullChanges', { ...inHome(), query: '?since=11' });
  expect(beyond).toMatchObject({ status: 410, code: 'reload-required' });
  const restored = await backend.refused('pullChanges', { ...inHome(), query: '?since=3&epoch=other' });
  expect(restored.code).toBe('reload-required');
  await backend.call('pullChanges', { ...inHome(), query: `?since=3&epoch=${epoch}` });

  await backend.db.doc(`groups/${home.groupId}`).update({ floorSeq: 4 });
  expect((await backend.refused('pullChanges', { ...inHome(), query: '?since=3' })).code).toBe('reload-required');
  await backend.call('pullChanges', { ...inHome(), query: '?since=4' });
  await backend.call('pullChanges', { ...inHome(), query: '?epoch=other' });
});

test('a snapshot of a long history names the cursor of the older expenses', async () => {
  const long = await foundHousehold(backend);
  const asked = { as: long.owner, params: { groupId: long.groupId } };
  await Promise.all(
    Array.from({ length: 53 }, (_, index) =>
      backend.call('createExpense', { ...asked, body: bill(long.ownerId, [long.ownerId], index + 1) }),
    ),
  );
  const page = await backend.call('pullChanges', asked);
  expect(page.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 5));
  expect(page.snapshot?.expenses).toHaveLength(50);
  const older = await backend.call('listExpenses', { ...asked, query: `?cursor=${page.snapshot?.nextCursor}` });
  expect(older.expenses).toHaveLength(3);
  expect(page.snapshot?.nextSettlementCursor).toBeNull();
});

test('a snapshot of many settlements names the cursor of the older ones', async () => {
  const paid = await foundHousehold(backend);
  const jonte = await addPlaceholder(backend, paid);
  const asked = { as: paid.owner, params: { groupId: paid.groupId } };
  for (let cents = 1; cents <= 51; cents++) {
    await backend.call('createSettlement', { ...asked, body: payment(paid.ownerId, jonte, cents) });
  }
  const { snapshot } = await backend.call('pullChanges', asked);
  expect(snapshot?.settlements.map(({ amount }) => amount)).toEqual(Array.from({ length: 50 }, (_, index) => 51 - index));
  const older = await backend.call('listSettlements', { ...asked, query: `?cursor=${snapshot?.nextSettlementCursor}` });
  expect(older.settlements.map(({ amount }) => amount)).toEqual([1]);
});
