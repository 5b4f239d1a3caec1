import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLedgerStore } from '../../../firebase/functions/src/repositories/ledger.ts';
import type { ActivityEntry } from '../../../packages/shared/src/contract/index.ts';
import { computeBalances } from '../../../packages/shared/src/domain/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, letIn } from '../../support/household.ts';

let backend: Backend;
let otherInstance: Backend;
let home: Household;
let jonte: string;
beforeAll(async () => {
  backend = await startBackend();
  otherInstance = await startBackend();
  home = await foundHousehold(backend);
  jonte = await addPlaceholder(backend, home);
});
afterAll(() => Promise.all([backend.close(), otherInstance.close()]));

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });
const everything = async (of: Household) => {
  const asked = { as: of.owner, params: { groupId: of.groupId } };
  const { expenses } = await backend.call('listExpenses', { ...asked, query: '?limit=100' });
  return { expenses, group: await backend.call('getGroup', asked) };
};

test('[INV1] ten parallel posts to one group all succeed within a second, and balances equal an independent recomputation', async () => {
  const startedAt = performance.now();
  const posts = Array.from({ length: 10 }, (_, index) => bill(index % 2 ? jonte : home.ownerId, [home.ownerId, jonte], 1000 + 7 * index));
  const pages = await Promise.all(posts.map((body) => backend.call('createExpense', { ...inHome(), body })));
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect(new Set(pages.map((page) => page.entries[0]?.seq)).size).toBe(10);
  const { expenses, group } = await everything(home);
  expect(group.balances).toEqual(computeBalances(expenses, []));
});

test('[INV1] posts through two instances at once all succeed, each with a seq of its own', async () => {
  const group = await foundHousehold(backend);
  const asked = { as: group.owner, params: { groupId: group.groupId } };
  const post = (via: Backend) => via.call('createExpense', { ...asked, body: bill(group.ownerId, [group.ownerId]) });
  const pages = await Promise.all(Array.from({ length: 12 }, (_, index) => post(index % 2 ? backend : otherInstance)));
  expect(pages.map((page) => page.entries[0]?.seq ?? 0).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  const found = await everything(group);
  expect(found.group).toMatchObject({ seq: 13, expenseCount: 12, balances: computeBalances(found.expenses, []) });
});

test('[INV2] the same key ten times at once, through two instances, applies once and answers alike', async () => {
  const before = await everything(home);
  const [key, body] = [randomUUID(), bill(home.ownerId, [jonte])];
  const post = (via: Backend) => via.call('createExpense', { ...inHome(), key, body });
  const pages = await Promise.all(Array.from({ length: 10 }, (_, index) => post(index % 2 ? backend : otherInstance)));
  for (const page of pages) expect(page.entries).toEqual(pages[0]?.entries);
  const after = await everything(home);
  expect(after.group.seq).toBe(before.group.seq + 1);
  expect(after.expenses).toHaveLength(before.expenses.length + 1);
});

test('[REST3] [INV2] a mutation sent again later gives its first outcome and the group as it is now', async () => {
  const [key, body] = [randomUUID(), bill(home.ownerId, [jonte])];
  const first = await backend.call('createExpense', { ...inHome(), key, body });
  await backend.call('updateExpense', {
    as: home.owner,
    params: { groupId: home.groupId, expenseId: body.id },
    ifMatch: 1,
    body: { note: 'later' },
  });
  const again = await backend.call('createExpense', { ...inHome(), key, body });
  expect(again.entries).toEqual(first.entries);
  expect(again).toMatchObject({ nextSince: first.headSeq, headSeq: first.headSeq + 1, hasMore: true });
  expect(again.group.seq).toBe(first.headSeq + 1);
});

test('[INV2] an edit sent again gives its first outcome, whatever version it names by then', async () => {
  const body = bill(home.ownerId, [jonte]);
  await backend.call('createExpense', { ...inHome(), body });
  const edit = { as: home.owner, params: { groupId: home.groupId, expenseId: body.id }, key: randomUUID(), body: { note: 'once' } };
  const first = await backend.call('updateExpense', { ...edit, ifMatch: 1 });
  for (const again of [await backend.call('updateExpense', { ...edit, ifMatch: 2 }), await backend.call('updateExpense', edit)]) {
    expect(again.entries).toEqual(first.entries);
  }
});

test('[REST3] a key that another request or another member has used is refused', async () => {
  const [key, body] = [randomUUID(), bill(home.ownerId, [jonte])];
  const { person } = await letIn(backend, home);
  await backend.call('createExpense', { ...inHome(), key, body });
  const otherBody = await backend.refused('createExpense', { ...inHome(), key, body: { ...body, note: 'other' } });
  expect(otherBody).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  const otherEndpoint = await backend.refused('addMember', { ...inHome(), key, body: { id: randomUUID(), displayName: 'Ylva' } });
  expect(otherEndpoint.code).toBe('idempotency-key-reused');
  const otherActor = await backend.refused('createExpense', { as: person, params: { groupId: home.groupId }, key, body });
  expect(otherActor.code).toBe('idempotency-key-reused');
});

test('[REST4] [INV12] who has left is told nothing more, not even about a mutation of their own', async () => {
  const { person, memberId } = await letIn(backend, home);
  const asked = { as: person, params: { groupId: home.groupId }, key: randomUUID(), body: bill(memberId, [jonte]) };
  await backend.call('createExpense', asked);
  await backend.db.doc(`groups/${home.groupId}`).update({ [`members.${memberId}.status`]: 'left' });
  expect((await backend.refused('createExpense', asked)).code).toBe('not-found');
});

test('[REST3] nobody leaves by a key that has led to something else since it was looked up', async () => {
  const { person, memberId } = await letIn(backend, home);
  const key = randomUUID();
  const store = createLedgerStore(backend.db);
  const { group, receipt } = await store.read({ groupId: home.groupId, mutationId: key, receiptOf: person.userId });
  if (!group || receipt) throw new Error('the key is new, and the group is there');
  await backend.call('updateMe', { as: person, key, ifMatch: 0, body: { displayName: 'Tove' } });
  const outcome = { kind: 'group', groupId: home.groupId, seq: group.state.seq + 1 } as const;
  const member = group.state.members[memberId];
  if (!member) throw new Error('they are in the group');
  const entry: ActivityEntry = {
    ...{ id: key, seq: outcome.seq, at: group.state.lastActivityAt, actorId: memberId, action: 'member.left' },
    ...{ fields: ['status'], entity: { kind: 'member', state: member } },
  };
  const left = await store.commit({
    groupId: home.groupId,
    revision: group.revision,
    changes: { seq: outcome.seq },
    record: { entry, actorUserId: person.userId, requestHash: 'h' },
    receipt: { requestHash: 'h', outcome, at: 1, expiresAt: Date.now() + 60_000 },
  });
  expect(left).toBe(false);
});
