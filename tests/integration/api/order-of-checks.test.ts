import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minor } from '../../../packages/shared/src/domain/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, type Household, letIn, newToken } from '../../support/household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
});
afterAll(() => backend.close());

async function anExpense() {
  const expense = bill(home.ownerId, [home.ownerId]);
  await backend.call('createExpense', { as: home.owner, params: { groupId: home.groupId }, body: expense });
  return { groupId: home.groupId, expenseId: expense.id };
}

/** Well-formed, and yet nothing that the group can take: nobody has this member id. */
const impossible = () => {
  const { amount, currency, payers, split } = bill(randomUUID(), [home.ownerId], 700);
  return { amount, currency, payers, split };
};

test('[REST2] who calls is asked before what they send is looked at', async () => {
  const params = await anExpense();
  const { code } = await backend.refused('updateExpense', { params, body: { amount: minor(-1) } });
  expect(code).toBe('unauthenticated');
});

test('[REST2] the form is looked at before the key, the group and the role', async () => {
  const params = await anExpense();
  const key = randomUUID();
  await backend.call('updateExpense', { as: home.owner, params, body: { description: 'Bread' }, key, ifMatch: 1 });
  const outsider = await backend.signUp();
  for (const as of [home.owner, outsider]) {
    const { code } = await backend.refused('updateExpense', { as, params, body: { description: '' }, key, ifMatch: 1 });
    expect(code).toBe('invalid-request');
  }
});

test('[REST2] a known key is answered before the role and the version are asked', async () => {
  const params = await anExpense();
  const { person, memberId } = await letIn(backend, home);
  const edit = { as: person, params, body: { description: 'Rye bread' }, key: randomUUID() };
  const first = await backend.call('updateExpense', { ...edit, ifMatch: 1 });
  const role = { as: home.owner, params: { groupId: home.groupId, memberId }, body: { role: 'viewer' as const }, ifMatch: 1 };
  await backend.call('updateMember', role);
  expect((await backend.call('updateExpense', { ...edit, ifMatch: 1 })).entries).toEqual(first.entries);
  expect((await backend.refused('updateExpense', { ...edit, key: randomUUID(), ifMatch: 2 })).code).toBe('forbidden');
});

test('[REST2] who is no member learns nothing of versions, and who may not write neither', async () => {
  const params = await anExpense();
  const outsider = await backend.signUp();
  const { person: viewer } = await letIn(backend, home, 'viewer');
  const edit = { params, body: impossible() };
  for (const ifMatch of [undefined, 1, 9]) {
    const version = ifMatch === undefined ? {} : { ifMatch };
    expect((await backend.refused('updateExpense', { as: outsider, ...edit, ...version })).code).toBe('not-found');
    expect((await backend.refused('updateExpense', { as: viewer, ...edit, ...version })).code).toBe('forbidden');
  }
});

test('[REST2] a version is asked for before the change is tried', async () => {
  const params = await anExpense();
  const edit = { as: home.owner, params, body: impossible() };
  expect((await backend.refused('updateExpense', edit)).code).toBe('precondition-required');
  expect((await backend.refused('updateExpense', { ...edit, ifMatch: 9 })).code).toBe('stale-version');
  expect((await backend.refused('updateExpense', { ...edit, ifMatch: 1 })).code).toBe('member-unavailable');
});

test('[REST2] an invitation is looked for by its token before the key is', async () => {
  const { person, memberId } = await letIn(backend, home);
  const key = randomUUID();
  const member = { id: memberId, displayName: 'Tove' };
  await backend.call('createExpense', { as: person, params: { groupId: home.groupId }, key, body: bill(memberId, [memberId]) });
  const refused = await backend.refused('acceptInvite', { as: person, key, body: { token: newToken(), member } });
  expect(refused).toMatchObject({ status: 404, code: 'not-found' });
});
