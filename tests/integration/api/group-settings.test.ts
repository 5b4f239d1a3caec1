import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, letIn, newToken } from '../../support/household.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

test('[REST6] [REST30] an edit tells what differs and counts the version of the settings alone', async () => {
  const home = await foundHousehold(backend);
  const asked = { as: home.owner, params: { groupId: home.groupId } };
  await backend.call('createExpense', { ...asked, body: bill(home.ownerId, [home.ownerId]) });
  const body = { name: 'Gartenhaus', description: '', currency: 'SEK' };
  const page = await backend.call('updateGroup', { ...asked, ifMatch: 1, body });
  expect(page.group).toMatchObject({ ...body, version: 2, seq: 3 });
  expect(page.entries).toEqual([
    expect.objectContaining({
      action: 'group.updated',
      fields: ['name', 'currency'],
      entity: { kind: 'group', state: { ...body, settings: { simplifyDebts: true }, version: 2 } },
    }),
  ]);
  const same = await backend.call('updateGroup', { ...asked, ifMatch: 2, body });
  expect(same).toMatchObject({ entries: [], headSeq: 3 });
});

test('[INV9] a group is edited only as it was seen, and by administrators', async () => {
  const home = await foundHousehold(backend);
  const asked = { as: home.owner, params: { groupId: home.groupId }, body: { name: 'Gartenhaus' } };
  expect((await backend.refused('updateGroup', asked)).code).toBe('precondition-required');
  const stale = await backend.refused('updateGroup', { ...asked, ifMatch: 9 });
  expect(stale).toMatchObject({ status: 412, current: { id: home.groupId, name: 'Lindenhof', version: 1 } });
  expect(JSON.stringify(stale)).not.toMatch(/userIds|floorSeq|settlementCount|openInvites|traceless/);
  const { person } = await letIn(backend, home);
  expect((await backend.refused('updateGroup', { ...asked, as: person, ifMatch: 1 })).code).toBe('forbidden');
});

test('[REST33] a deleted group is gone for everybody at once, and the deletion answers alike when it is asked again', async () => {
  const home = await foundHousehold(backend);
  const { person } = await letIn(backend, home);
  const params = { groupId: home.groupId };
  const token = newToken();
  await backend.call('createInvite', { as: home.owner, params, body: { token } });
  await backend.call('createExpense', { as: home.owner, params, body: bill(home.ownerId, [home.ownerId]) });

  expect((await backend.refused('deleteGroup', { as: home.owner, params, ifMatch: 4 })).code).toBe('stale-version');
  const deletion = { as: home.owner, params, ifMatch: 1, key: randomUUID() };
  const departure = await backend.call('deleteGroup', deletion);
  expect(departure).toEqual({ groupId: home.groupId, seq: 6 });
  expect(await backend.call('deleteGroup', deletion)).toEqual(departure);

  const refusals = [
    await backend.refused('deleteGroup', { ...deletion, key: randomUUID() }),
    await backend.refused('getGroup', { as: home.owner, params }),
    await backend.refused('pullChanges', { as: person, params }),
    await backend.refused('listExpenses', { as: person, params }),
    await backend.refused('createExpense', { as: person, params, body: bill(home.ownerId, [home.ownerId]) }),
    await backend.refused('previewInvite', { as: person, body: { token } }),
    await backend.refused('acceptInvite', { as: person, body: { token, member: { id: randomUUID(), displayName: 'Tove' } } }),
  ];
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 404, code: 'not-found' });
  for (const someone of [home.owner, person]) {
    expect(await backend.call('listGroups', { as: someone })).toMatchObject({ groups: [], pagination: { total: 0 } });
    expect((await backend.call('listChanges', { as: someone })).removed).toEqual([home.groupId]);
  }
  const stored = await backend.db.doc(`groups/${home.groupId}`).get();
  expect(stored.data()).toMatchObject({ userIds: [], seq: 6, deletedAt: expect.any(Number) });
});

test('[REST33] the id of a deleted group is not free', async () => {
  const home = await foundHousehold(backend);
  await backend.call('deleteGroup', { as: home.owner, params: { groupId: home.groupId }, ifMatch: 1 });
  const body = { id: home.groupId, name: 'Again', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } };
  expect((await backend.refused('createGroup', { as: home.owner, body })).code).toBe('id-in-use');
});
