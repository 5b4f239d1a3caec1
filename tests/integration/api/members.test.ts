import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, letIn, newToken } from '../../support/household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
});
afterAll(() => backend.close());

const member = (memberId: string, person = home.owner) => ({ as: person, params: { groupId: home.groupId, memberId } });
const groupNow = () => backend.call('getGroup', { as: home.owner, params: { groupId: home.groupId } });
const versionOf = async (memberId: string) => (await groupNow()).members[memberId]?.version ?? 0;

test('[REST30] everybody renames themselves, and an administrator anybody', async () => {
  const { person, memberId } = await letIn(backend, home, 'viewer');
  const page = await backend.call('updateMember', { ...member(memberId, person), ifMatch: 1, body: { displayName: 'Tove R.' } });
  expect(page.group.members[memberId]).toMatchObject({ displayName: 'Tove R.', version: 2 });
  expect(page.entries).toEqual([expect.objectContaining({ action: 'member.updated', actorId: memberId, fields: ['displayName'] })]);
  const byAdmin = await backend.call('updateMember', {
    ...member(memberId),
    ifMatch: 2,
    body: { displayName: 'Tove', role: 'member' },
  });
  expect(byAdmin.entries[0]).toMatchObject({ actorId: home.ownerId, fields: ['displayName', 'role'] });
  expect(byAdmin.group.members[memberId]).toMatchObject({ displayName: 'Tove', role: 'member', version: 3 });
});

test('[REST30] members rename placeholders and nobody else; viewers neither; roles are for administrators', async () => {
  const jonte = await addPlaceholder(backend, home);
  const [{ person: tove }, { person: viewer, memberId: viewerId }] = [await letIn(backend, home), await letIn(backend, home, 'viewer')];
  await backend.call('updateMember', { ...member(jonte, tove), ifMatch: 1, body: { displayName: 'Jonte B.' } });
  const refusals = [
    await backend.refused('updateMember', { ...member(jonte, viewer), ifMatch: 2, body: { displayName: 'J' } }),
    await backend.refused('updateMember', { ...member(viewerId, tove), ifMatch: 1, body: { displayName: 'V' } }),
    await backend.refused('updateMember', { ...member(viewerId, viewer), ifMatch: 1, body: { role: 'admin' } }),
    await backend.refused('updateMember', { ...member(jonte, tove), ifMatch: 2, body: { role: 'viewer' } }),
  ];
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 403, code: 'forbidden' });
  const pointless = await backend.refused('updateMember', { ...member(jonte), ifMatch: 2, body: { role: 'admin' } });
  expect(pointless).toMatchObject({ status: 400, errors: [{ path: 'role' }] });
});

test('[REST30] an edit names the version that it saw of the member, and one that makes no difference changes nothing', async () => {
  const jonte = await addPlaceholder(backend, home);
  const body = { displayName: 'Jonte B.' };
  expect((await backend.refused('updateMember', { ...member(jonte), body })).status).toBe(428);
  const stale = await backend.refused('updateMember', { ...member(jonte), ifMatch: 7, body });
  expect(stale).toMatchObject({ status: 412, code: 'stale-version', current: { id: jonte, displayName: 'Jonte', version: 1 } });
  const same = await backend.call('updateMember', { ...member(jonte), ifMatch: 1, body: { displayName: 'Jonte' } });
  expect(same.entries).toEqual([]);
  expect((await backend.refused('updateMember', { ...member(randomUUID()), ifMatch: 1, body })).code).toBe('not-found');
});

test('[REST31] the last administrator is neither demoted nor leaves, and another one may', async () => {
  const demoted = await backend.refused('updateMember', { ...member(home.ownerId), ifMatch: 1, body: { role: 'member' } });
  expect(demoted).toMatchObject({ status: 409, code: 'last-admin' });
  expect((await backend.refused('removeMember', { ...member(home.ownerId), ifMatch: 1 })).code).toBe('last-admin');

  const { person, memberId } = await letIn(backend, home);
  await backend.call('updateMember', { ...member(memberId), ifMatch: 1, body: { role: 'admin' } });
  await backend.call('updateMember', { ...member(memberId, person), ifMatch: 2, body: { role: 'member' } });
});

test('[REST32] leaving answers the departure, also when it is asked again, and ends every access', async () => {
  const { person, memberId } = await letIn(backend, home);
  const asked = { ...member(memberId, person), ifMatch: 1, key: randomUUID() };
  const first = await backend.call('removeMember', asked);
  const { seq, members } = await groupNow();
  expect(first).toEqual({ groupId: home.groupId, seq });
  expect(members[memberId]).toMatchObject({ status: 'left', leftSeq: seq, userId: person.userId, version: 2 });
  expect(await backend.call('removeMember', asked)).toEqual(first);
  expect((await groupNow()).seq).toBe(seq);

  const stored = await backend.db.doc(`groups/${home.groupId}`).get();
  expect(stored.get('userIds')).not.toContain(person.userId);
  const params = { groupId: home.groupId };
  const refusals = [
    await backend.refused('getGroup', { as: person, params }),
    await backend.refused('pullChanges', { as: person, params }),
    await backend.refused('removeMember', { ...asked, key: randomUUID() }),
    await backend.refused('createExpense', { as: person, params, body: bill(memberId, [memberId]) }),
  ];
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 404, code: 'not-found' });
  expect((await backend.call('listGroups', { as: person })).groups).toEqual([]);
});

test('[REST32] the same key for another departure is refused, whoever had it', async () => {
  const [{ memberId }, { memberId: other }] = [await letIn(backend, home), await letIn(backend, home)];
  const key = randomUUID();
  await backend.call('removeMember', { ...member(memberId), ifMatch: 1, key });
  expect((await backend.refused('removeMember', { ...member(other), ifMatch: 1, key })).code).toBe('idempotency-key-reused');
  expect((await groupNow()).members[other]?.status).toBe('active');
});

test('[REST32] administrators remove others, nobody else does; placeholders too', async () => {
  const jonte = await addPlaceholder(backend, home);
  const [{ person, memberId }, { memberId: other }] = [await letIn(backend, home), await letIn(backend, home)];
  expect((await backend.refused('removeMember', { ...member(other, person), ifMatch: 1 })).code).toBe('forbidden');
  expect((await backend.refused('removeMember', { ...member(jonte, person), ifMatch: 1 })).code).toBe('forbidden');
  await backend.call('removeMember', { ...member(memberId), ifMatch: 1 });
  await backend.call('removeMember', { ...member(jonte), ifMatch: 1 });
  const { entries } = await backend.call('pullChanges', { as: home.owner, params: { groupId: home.groupId } });
  expect(entries.slice(-2).map(({ action }) => action)).toEqual(['member.removed', 'member.removed']);
  expect((await backend.refused('removeMember', { ...member(jonte), ifMatch: 2 })).code).toBe('not-found');
});

test('[REST32] nobody goes with an open balance, and everybody may once it is settled', async () => {
  const { person, memberId } = await letIn(backend, home);
  const params = { groupId: home.groupId };
  const body = bill(home.ownerId, [memberId], 1200);
  await backend.call('createExpense', { as: home.owner, params, body });
  expect(await backend.refused('removeMember', { ...member(memberId, person), ifMatch: 1 })).toMatchObject({
    status: 409,
    code: 'balance-open',
  });
  const settled = { id: randomUUID(), from: memberId, to: home.ownerId, amount: body.amount, currency: 'EUR', date: '2026-03-15' };
  await backend.call('createSettlement', { as: person, params, body: settled });
  await backend.call('removeMember', { ...member(memberId, person), ifMatch: 1 });
});

test('[REST8] who was removed comes back by a newer invitation only, into the same place', async () => {
  const { person, memberId } = await letIn(backend, home);
  const invite = async () => {
    const token = newToken();
    await backend.call('createInvite', { as: home.owner, params: { groupId: home.groupId }, body: { token } });
    return { token, member: { id: randomUUID(), displayName: 'Tove' } };
  };
  const early = await invite();
  await backend.call('removeMember', { ...member(memberId), ifMatch: await versionOf(memberId) });
  expect((await backend.refused('acceptInvite', { as: person, body: early })).code).toBe('invite-expired');
  const page = await backend.call('acceptInvite', { as: person, body: await invite() });
  expect(page.group.members[memberId]).toMatchObject({ status: 'active', userId: person.userId, leftSeq: null, leftAt: null });
  expect((await backend.db.doc(`users/${person.userId}/departures/${home.groupId}`).get()).exists).toBe(false);
});
