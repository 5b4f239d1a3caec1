import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, letIn } from '../../support/household.ts';

let backend: Backend;
let later: Backend;
beforeAll(async () => {
  backend = await startBackend();
  later = await startBackend({ now: () => Date.now() + 10 * 60_000 });
});
afterAll(() => Promise.all([backend.close(), later.close()]));

const digest = (person: Person, cursor?: string, via = backend) =>
  via.call('listChanges', { as: person, query: cursor === undefined ? '' : `?wait=0&cursor=${cursor}` });
const spend = (via: Backend, { groupId, owner, ownerId }: Awaited<ReturnType<typeof foundHousehold>>) =>
  via.call('createExpense', { as: owner, params: { groupId }, body: bill(ownerId, [ownerId]) });

test('[REST35] without a cursor everything is told, as the list tells it', async () => {
  const owner = await backend.signUp();
  expect(await digest(owner)).toMatchObject({ groups: [], removed: [], hasMore: false });
  const [one, two] = [await foundHousehold(backend, { owner }), await foundHousehold(backend, { owner })];
  const told = await digest(owner);
  expect(told.groups.map(({ id }) => id)).toEqual([one.groupId, two.groupId]);
  expect(told.groups.toReversed()).toEqual((await backend.call('listGroups', { as: owner })).groups);
  expect((await digest(await backend.signUp())).groups).toEqual([]);
});

test('[REST35] a cursor tells what changed since, and what changed within the minute before once more', async () => {
  const owner = await backend.signUp();
  const [quiet, busy] = [await foundHousehold(backend, { owner }), await foundHousehold(backend, { owner })];
  const { cursor } = await digest(owner);
  expect((await digest(owner, cursor)).groups).toHaveLength(2);
  const settled = await digest(owner, cursor, later);
  await spend(later, busy);
  const told = await digest(owner, settled.cursor, later);
  expect(told.groups.map(({ id, seq }) => [id, seq])).toEqual([[busy.groupId, 2]]);
  expect(told.groups.map(({ id }) => id)).not.toContain(quiet.groupId);
});

test('[REST35] a change whose clock was up to a minute behind is told though the cursor was made after it', async () => {
  const home = await foundHousehold(backend);
  const past = await startBackend({ now: () => Date.now() - 50_000 });
  await backend.db.doc(`groups/${home.groupId}`).update({ lastActivityAt: 1 });
  const { cursor } = await digest(home.owner);
  await spend(past, home);
  await past.close();
  expect((await digest(home.owner, cursor)).groups).toMatchObject([{ id: home.groupId, seq: 2 }]);
});

test('[REST34] [REST35] who left, was removed or lost a deleted group is told so, until they come back', async () => {
  const owner = await backend.signUp();
  const [left, removed, deleted] = [
    await foundHousehold(backend, { owner }),
    await foundHousehold(backend, { owner }),
    await foundHousehold(backend, { owner }),
  ];
  const { person, memberId } = await letIn(backend, left);
  const join = async ({ groupId }: typeof left, displayName = 'Tove') => {
    const token = randomUUID().replaceAll('-', '');
    const id = randomUUID();
    await backend.call('createInvite', { as: owner, params: { groupId }, body: { token } });
    await backend.call('acceptInvite', { as: person, body: { token, member: { id, displayName } } });
    return id;
  };
  const [inRemoved] = [await join(removed), await join(deleted)];
  const { cursor } = await digest(person);
  await backend.call('removeMember', { as: person, params: { groupId: left.groupId, memberId }, ifMatch: 1 });
  await backend.call('removeMember', { as: owner, params: { groupId: removed.groupId, memberId: inRemoved }, ifMatch: 1 });
  await backend.call('deleteGroup', { as: owner, params: { groupId: deleted.groupId }, ifMatch: 1 });
  const told = await digest(person, cursor);
  expect(told).toMatchObject({ groups: [], removed: [left.groupId, removed.groupId, deleted.groupId] });
  expect((await digest(owner, cursor)).removed).toEqual([deleted.groupId]);

  await join(left);
  const back = await digest(person, told.cursor);
  expect(back.groups.map(({ id }) => id)).toEqual([left.groupId]);
  expect(back.removed).toEqual([removed.groupId, deleted.groupId]);
});

test('[REST35] more than one answer holds is told in several, each group once, and then no more', async () => {
  const owner = await backend.signUp();
  const template = await foundHousehold(backend, { owner });
  const stored = (await backend.db.doc(`groups/${template.groupId}`).get()).data();
  const batch = backend.db.batch();
  const ids = Array.from({ length: 120 }, () => randomUUID());
  // Ties on purpose: forty groups of one moment, across the end of the first answer.
  for (const [nth, id] of ids.entries()) {
    const lastActivityAt = stored?.lastActivityAt - 1_000_000 + Math.min(nth, 80);
    const groupId = randomUUID();
    batch.create(backend.db.doc(`groups/${id}`), { ...stored, id, lastActivityAt });
    batch.create(backend.db.doc(`users/${owner.userId}/departures/${groupId}`), { groupId, leftAt: Math.min(nth, 80) });
  }
  await batch.commit();
  const first = await digest(owner);
  expect(first).toMatchObject({ hasMore: true, groups: { length: 100 }, removed: { length: 100 } });
  const second = await digest(owner, first.cursor);
  expect(second).toMatchObject({ hasMore: false, groups: { length: 21 }, removed: { length: 20 } });
  const told = [...first.groups, ...second.groups].map(({ id }) => id);
  expect(told.toSorted()).toEqual([...ids, template.groupId].toSorted());
  expect((await digest(owner, second.cursor)).groups.map(({ id }) => id)).toEqual([template.groupId]);
});

test('[REST46] a group that is as it was before it was told, or not there at all, leads to a reload', async () => {
  const owner = await backend.signUp();
  const [kept, changed] = [await foundHousehold(backend, { owner }), await foundHousehold(backend, { owner })];
  const at = backend.db.doc(`groups/${changed.groupId}`);
  const before = (await at.get()).data() ?? {};
  await spend(later, changed);
  const { cursor } = await digest(owner, undefined, later);
  expect((await digest(owner, cursor, later)).groups).toMatchObject([{ id: changed.groupId, seq: 2 }]);
  await at.set(before);
  const query = `?cursor=${cursor}`;
  expect(await later.refused('listChanges', { as: owner, query })).toMatchObject({ status: 410, code: 'reload-required' });
  await at.delete();
  expect(await later.refused('listChanges', { as: owner, query })).toMatchObject({ status: 410, code: 'reload-required' });
  expect((await digest(owner, undefined, later)).groups.map(({ id }) => id)).toEqual([kept.groupId]);
});

test('[REST35] a cursor of another history must reload, and one that nobody gave is refused', async () => {
  const owner = await backend.signUp();
  const { cursor } = await digest(owner);
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  const spoilt = (change: (list: unknown[]) => unknown) => Buffer.from(JSON.stringify(change(parts))).toString('base64url');
  const restored = spoilt(([, ...rest]) => ['another', ...rest]);
  expect(await backend.refused('listChanges', { as: owner, query: `?cursor=${restored}` })).toMatchObject({
    status: 410,
    code: 'reload-required',
  });
  const strange = [
    spoilt((list) => list.slice(1)),
    spoilt((list) => [...list, 1]),
    spoilt(([epoch]) => [epoch, 'x', 1, null, 1, null]),
    spoilt(([epoch]) => [epoch, null, 1, '../x', 1, null]),
    spoilt(() => ({})),
    'x',
  ];
  for (const cursorText of strange) {
    const problem = await backend.refused('listChanges', { as: owner, query: `?cursor=${cursorText}` });
    expect(problem).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] });
  }
  expect((await backend.refused('listChanges', { as: owner, query: '?wait=1' })).code).toBe('invalid-request');
});
