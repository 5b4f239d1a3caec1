import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, letIn } from '../../support/household.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

test('creating a group makes its creator the administrator and answers a page with the one entry', async () => {
  const owner = await backend.signUp();
  const [groupId, memberId, key] = [randomUUID(), randomUUID(), randomUUID()];
  const page = await backend.call('createGroup', {
    as: owner,
    key,
    body: { id: groupId, name: ' Lindenhof ', currency: 'EUR', member: { id: memberId, displayName: 'Mara' } },
  });
  expect(page).toMatchObject({ nextSince: 1, headSeq: 1, hasMore: false });
  expect(page.group).toMatchObject({ id: groupId, name: 'Lindenhof', seq: 1, version: 1, balances: {} });
  expect(page.group.members[memberId]).toMatchObject({ role: 'admin', status: 'active', userId: owner.userId });
  expect(page.entries).toEqual([
    expect.objectContaining({
      id: key,
      seq: 1,
      actorId: memberId,
      action: 'group.created',
      entity: {
        kind: 'group',
        state: { name: 'Lindenhof', description: '', currency: 'EUR', settings: { simplifyDebts: true }, version: 1 },
      },
    }),
  ]);
});

test('what only the server knows of a group and its entries is not told', async () => {
  const home = await foundHousehold(backend);
  const page = await backend.call('pullChanges', { as: home.owner, params: { groupId: home.groupId } });
  expect(Object.keys(page.group)).not.toEqual(expect.arrayContaining(['userIds']));
  expect(Object.keys(page.group)).not.toEqual(expect.arrayContaining(['floorSeq']));
  expect(JSON.stringify(page.entries)).not.toMatch(/requestHash|actorUserId|schemaVersion/);
});

test('an id that another group has is refused without a word about that group', async () => {
  const home = await foundHousehold(backend);
  const stranger = await backend.signUp();
  const body = { id: home.groupId, name: 'Mine', currency: 'EUR', member: { id: randomUUID(), displayName: 'Tove' } };
  const problem = await backend.refused('createGroup', { as: stranger, body });
  expect(problem).toMatchObject({ code: 'id-in-use', status: 409 });
  expect(JSON.stringify(problem)).not.toContain('Lindenhof');
});

test('[INV2] a group creation that is sent again has one effect and the first outcome', async () => {
  const owner = await backend.signUp();
  const key = randomUUID();
  const body = { id: randomUUID(), name: 'Lindenhof', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } };
  const pages = await Promise.all(Array.from({ length: 10 }, () => backend.call('createGroup', { as: owner, key, body })));
  for (const page of pages) expect(page).toEqual(pages[0]);
  expect((await backend.call('listGroups', { as: owner })).groups).toHaveLength(1);
  const other = await backend.refused('createGroup', { as: owner, key, body: { ...body, name: 'Other' } });
  expect(other.code).toBe('idempotency-key-reused');
});

test('the receipt of a group creation expires after 180 days', async () => {
  const owner = await backend.signUp();
  const key = randomUUID();
  const body = { id: randomUUID(), name: 'Lindenhof', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } };
  await backend.call('createGroup', { as: owner, key, body });
  const receipt = await backend.db.doc(`users/${owner.userId}/mutations/${key}`).get();
  const lifeMs = receipt.get('expireAt').toMillis() - receipt.get('at');
  expect(lifeMs).toBe(180 * 24 * 3_600_000);
});

test("the list of groups is ordered by activity, paged without gaps and shows the reader's own balance only", async () => {
  const owner = await backend.signUp();
  const homes = [];
  for (const name of ['One', 'Two', 'Three']) homes.push(await foundHousehold(backend, { owner, name }));
  const [one] = homes;
  if (!one) throw new Error('no group');
  const jonte = await addPlaceholder(backend, one);
  await backend.call('createExpense', { as: owner, params: { groupId: one.groupId }, body: bill(one.ownerId, [one.ownerId, jonte]) });

  const first = await backend.call('listGroups', { as: owner, query: '?limit=2' });
  expect(first.groups.map((group) => group.name)).toEqual(['One', 'Three']);
  expect(first.groups[0]).toMatchObject({ myMemberId: one.ownerId, myBalances: { EUR: 500 }, memberCount: 2, seq: 3 });
  expect(first.pagination).toMatchObject({ limit: 2, total: 3, hasMore: true });
  expect(first.metadata).toMatchObject({ lastChangeTimestamp: first.groups[0]?.lastActivityAt, changeCount: 4 });

  const second = await backend.call('listGroups', { as: owner, query: `?limit=2&cursor=${first.pagination.nextCursor}` });
  expect(second.groups.map((group) => group.name)).toEqual(['Two']);
  expect(second.pagination).toMatchObject({ total: 3, hasMore: false, nextCursor: null });
});

test('a group of others is unknown to who is no member, whatever they ask of it', async () => {
  const { groupId } = await foundHousehold(backend);
  const stranger = await backend.signUp();
  const asked = { as: stranger, params: { groupId } };
  const expense = { as: stranger, params: { groupId, expenseId: randomUUID() } };
  const answers = await Promise.all([
    backend.refused('getGroup', asked),
    backend.refused('getBalances', asked),
    backend.refused('listExpenses', asked),
    backend.refused('pullChanges', asked),
    backend.refused('pullChanges', { ...asked, query: '?since=1' }),
    backend.refused('addMember', { ...asked, body: { id: randomUUID(), displayName: 'Tove' } }),
    backend.refused('createInvite', { ...asked, body: { token: 'a'.repeat(32) } }),
    backend.refused('createExpense', { ...asked, body: bill(randomUUID(), [randomUUID()]) }),
    backend.refused('getExpense', expense),
    backend.refused('updateExpense', { ...expense, body: { note: 'x' }, ifMatch: 1 }),
    backend.refused('deleteExpense', { ...expense, ifMatch: 1 }),
  ]);
  for (const problem of answers) expect(problem).toMatchObject({ status: 404, code: 'not-found' });
  const missing = await backend.refused('getGroup', { as: stranger, params: { groupId: randomUUID() } });
  expect({ ...missing, requestId: '' }).toEqual({ ...answers[0], requestId: '' });
});

test('a viewer reads and does not write', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home, 'viewer');
  const { groupId } = home;
  await backend.call('getGroup', { as: person, params: { groupId } });
  await backend.call('getBalances', { as: person, params: { groupId } });
  const refusals = await Promise.all([
    backend.refused('addMember', { as: person, params: { groupId }, body: { id: randomUUID(), displayName: 'Ylva' } }),
    backend.refused('createInvite', { as: person, params: { groupId }, body: { token: 'b'.repeat(32) } }),
    backend.refused('createExpense', { as: person, params: { groupId }, body: bill(memberId, [memberId]) }),
  ]);
  for (const problem of refusals) expect(problem).toMatchObject({ status: 403, code: 'forbidden' });
});

test('[REST9] a group holds a hundred members and no more', async () => {
  const home = await foundHousehold(backend);
  const { groupId, owner } = home;
  for (let nth = 1; nth < 100; nth++) await addPlaceholder(backend, home);
  const group = await backend.call('getGroup', { as: owner, params: { groupId } });
  expect(Object.keys(group.members)).toHaveLength(100);
  expect(group.seq).toBe(100);
  const problem = await backend.refused('addMember', { as: owner, params: { groupId }, body: { id: randomUUID(), displayName: 'Ylva' } });
  expect(problem).toMatchObject({ status: 409, code: 'group-full' });
});

test('a member id is used once in a group', async () => {
  const home = await foundHousehold(backend);
  const problem = await backend.refused('addMember', {
    as: home.owner,
    params: { groupId: home.groupId },
    body: { id: home.ownerId, displayName: 'Ylva' },
  });
  expect(problem).toMatchObject({ status: 409, code: 'id-in-use' });
});

test('a deleted group is gone for its members', async () => {
  const { groupId, owner } = await foundHousehold(backend);
  await backend.db.doc(`groups/${groupId}`).update({ deletedAt: 1 });
  expect((await backend.refused('getGroup', { as: owner, params: { groupId } })).code).toBe('not-found');
  expect((await backend.refused('pullChanges', { as: owner, params: { groupId } })).code).toBe('not-found');
  expect((await backend.call('listGroups', { as: owner })).groups).toEqual([]);
});

test('health tells the version without asking who wants to know', async () => {
  expect(await backend.call('getHealth', {})).toEqual({ status: 'ok', version: 'test', firestore: true });
});
