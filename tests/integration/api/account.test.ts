import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { computeBalances } from '../../../packages/shared/src/domain/index.ts';
import type { Person } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, type Household, letIn, newToken } from '../../support/household.ts';

let backend: Backend;
let otherInstance: Backend;
let later: Backend;
beforeAll(async () => {
  backend = await startBackend();
  otherInstance = await startBackend();
  later = await startBackend({ now: () => Date.now() + 61_000 });
});
afterAll(() => Promise.all([backend.close(), otherInstance.close(), later.close()]));

const groupOf = ({ groupId, owner }: Household) => backend.call('getGroup', { as: owner, params: { groupId } });
const removal = (person: Person, version = 0, key = randomUUID()) => ({ as: person, ifMatch: version, key });

/** A new account whose sign-in knows a name. */
async function signUpNamed(displayName: string): Promise<Person> {
  const { authUrl } = inject('emulators');
  const response = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${randomUUID()}@example.test`, password: 'correct horse', displayName, returnSecureToken: true }),
  });
  const { localId, idToken } = (await response.json()) as { localId: string; idToken: string };
  return { userId: localId, token: idToken };
}

test('[REST37] a profile is what the sign-in tells until it is edited', async () => {
  const person = await signUpNamed('Mara Linde');
  expect(await backend.call('getMe', { as: person })).toEqual({
    userId: person.userId,
    displayName: 'Mara Linde',
    locale: null,
    defaultCurrency: null,
    version: 0,
  });
  expect((await backend.call('getMe', { as: await backend.signUp() })).displayName).toBe('');
  const edited = await backend.call('updateMe', { as: person, ifMatch: 0, body: { locale: 'de-CH', defaultCurrency: 'CHF' } });
  expect(edited).toMatchObject({ displayName: 'Mara Linde', locale: 'de-CH', defaultCurrency: 'CHF', version: 1 });
  expect(await backend.call('getMe', { as: person })).toEqual(edited);
});

test('[REST37] the same edit ten times at once is one edit, and gives its outcome also after later ones', async () => {
  const person = await backend.signUp();
  const edit = { as: person, key: randomUUID(), ifMatch: 0, body: { displayName: 'Mara' } };
  const profiles = await Promise.all(Array.from({ length: 10 }, (_, nth) => (nth % 2 ? backend : otherInstance).call('updateMe', edit)));
  for (const profile of profiles) expect(profile).toMatchObject({ displayName: 'Mara', version: 1 });
  await backend.call('updateMe', { as: person, ifMatch: 1, body: { displayName: 'Mara L.' } });
  expect(await backend.call('updateMe', edit)).toMatchObject({ displayName: 'Mara', version: 1 });
  expect(await backend.call('getMe', { as: person })).toMatchObject({ displayName: 'Mara L.', version: 2 });
  const reused = await backend.refused('updateMe', { ...edit, body: { displayName: 'Other' } });
  expect(reused).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

test('[INV9] a profile is edited only as it was seen', async () => {
  const person = await backend.signUp();
  const body = { displayName: 'Mara' };
  expect((await backend.refused('updateMe', { as: person, body })).code).toBe('precondition-required');
  const stale = await backend.refused('updateMe', { as: person, ifMatch: 3, body });
  expect(stale).toMatchObject({ status: 412, current: { userId: person.userId, version: 0 } });
  const rivals = await Promise.all(
    ['One', 'Two', 'Three'].map((displayName) =>
      backend.request('/api/v1/me', {
        method: 'PATCH',
        token: person.token,
        headers: { 'idempotency-key': randomUUID(), 'if-match': '"0"' },
        body: JSON.stringify({ displayName }),
      }),
    ),
  );
  expect(rivals.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('[REST38] deleting an account leaves its groups whole: the member stays as a placeholder, with every balance', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  const params = { groupId: home.groupId };
  const { entries } = await backend.call('createExpense', { as: person, params, body: bill(memberId, [memberId, home.ownerId]) });
  const before = await groupOf(home);
  await backend.call('updateMe', { as: person, ifMatch: 0, body: { displayName: 'Tove' } });
  const receipt = await backend.call('deleteMe', removal(person, 1));
  expect(receipt).toEqual({ userId: person.userId, deletedAt: expect.any(Number) });

  const after = await groupOf(home);
  expect(after.balances).toEqual(before.balances);
  const expense = entries[0]?.entity.kind === 'expense' ? [entries[0].entity.state] : [];
  expect(after.balances).toEqual(computeBalances(expense, []));
  expect(after.members[memberId]).toMatchObject({ status: 'placeholder', userId: null, displayName: 'Tove' });
  const { entries: history } = await backend.call('pullChanges', { as: home.owner, params });
  expect(history.at(-1)).toMatchObject({ action: 'member.detached', actorId: memberId, seq: before.seq + 1 });

  expect((await backend.db.doc(`users/${person.userId}`).get()).data()).toMatchObject({ displayName: '', deletion: expect.anything() });
  await expect(backend.auth.getUser(person.userId)).rejects.toMatchObject({ code: 'auth/user-not-found' });
});

test('[REST38] [REST31] the last administrator is followed by who is there longest; without anybody the group ends', async () => {
  const home = await foundHousehold(backend);
  const [first, second] = [await letIn(backend, home, 'viewer'), await letIn(backend, home)];
  const alone = await foundHousehold(backend, { owner: home.owner, name: 'Alone' });
  await backend.call('deleteMe', removal(home.owner));

  const group = await backend.call('getGroup', { as: second.person, params: { groupId: home.groupId } });
  expect(group.members[first.memberId]).toMatchObject({ role: 'admin', status: 'active' });
  expect(group.members[second.memberId]?.role).toBe('member');
  expect(group.members[home.ownerId]).toMatchObject({ status: 'placeholder', role: 'member', userId: null });
  const ended = await backend.db.doc(`groups/${alone.groupId}`).get();
  expect(ended.data()).toMatchObject({ userIds: [], deletedAt: expect.any(Number) });
});

test('[REST39] a deleted account is refused everywhere: at once where it was deleted, within a minute elsewhere', async () => {
  const person = await backend.signUp();
  // Tokens of deleted accounts go on being valid until they expire; the emulator's word is remembered for a minute.
  await Promise.all([backend.call('getMe', { as: person }), otherInstance.call('getMe', { as: person })]);
  const home = await foundHousehold(backend);
  const token = newToken();
  await backend.call('createInvite', { as: home.owner, params: { groupId: home.groupId }, body: { token } });
  await backend.db.doc(`users/${person.userId}`).set({
    ...{ userId: person.userId, displayName: '', locale: null, defaultCurrency: null, version: 1 },
    deletion: { at: Date.now() },
  });
  const created = { id: randomUUID(), name: 'Ghosts', currency: 'EUR', member: { id: randomUUID(), displayName: 'Ghost' } };
  const refusals = [
    await otherInstance.refused('createGroup', { as: person, body: created }),
    await otherInstance.refused('acceptInvite', { as: person, body: { token, member: { id: randomUUID(), displayName: 'Ghost' } } }),
    await otherInstance.refused('updateMe', { as: person, ifMatch: 1, body: { displayName: 'Ghost' } }),
    await later.refused('getMe', { as: person }),
    await later.refused('listGroups', { as: person }),
  ];
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 403, code: 'account-deleted' });
  expect((await groupOf(home)).seq).toBe(2);

  await backend.call('deleteMe', removal(person));
  expect((await backend.refused('getMe', { as: person })).code).toBe('account-deleted');
});

test('[REST38] an interrupted deletion goes on when it is sent again, under any key, and nothing of it happens twice', async () => {
  const homes = [await foundHousehold(backend), await foundHousehold(backend), await foundHousehold(backend)];
  const person = await backend.signUp();
  for (const { groupId, owner } of homes) {
    const token = newToken();
    await backend.call('createInvite', { as: owner, params: { groupId }, body: { token } });
    await backend.call('acceptInvite', { as: person, body: { token, member: { id: randomUUID(), displayName: 'Tove' } } });
  }
  const deletion = { at: Date.now() - 5000 };
  const profile = { userId: person.userId, displayName: '', locale: null, defaultCurrency: null, version: 1 };
  await backend.db.doc(`users/${person.userId}`).set({ ...profile, deletion });

  const [again, underAnotherKey] = await Promise.all([
    otherInstance.call('deleteMe', removal(person)),
    backend.call('deleteMe', removal(person)),
  ]);
  expect(again).toEqual({ userId: person.userId, deletedAt: deletion.at });
  expect(underAnotherKey).toEqual(again);
  for (const { groupId, owner } of homes) {
    const { entries, group } = await backend.call('pullChanges', { as: owner, params: { groupId } });
    expect(entries.map(({ action }) => action)).toEqual(['group.created', 'invite.created', 'member.joined', 'member.detached']);
    expect(Object.values(group.members).filter(({ status: standing }) => standing === 'placeholder')).toHaveLength(1);
  }
});

test('[REST38] what an account said of itself is not kept in its receipts either', async () => {
  const person = await backend.signUp();
  await backend.call('updateMe', { as: person, ifMatch: 0, body: { displayName: 'Mara Linde', locale: 'de-CH' } });
  const receipts = backend.db.collection(`users/${person.userId}/mutations`);
  expect((await receipts.get()).size).toBe(1);
  await backend.call('deleteMe', removal(person, 1));
  expect((await receipts.get()).size).toBe(0);
});

test('[REST38] [INV9] an account is deleted only as it was seen, and its notes of departure go with it', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  await backend.call('removeMember', { as: person, params: { groupId: home.groupId, memberId }, ifMatch: 1 });
  expect((await backend.refused('deleteMe', { as: person })).code).toBe('precondition-required');
  expect(await backend.refused('deleteMe', removal(person, 5))).toMatchObject({ code: 'stale-version', current: { version: 0 } });
  await backend.call('deleteMe', removal(person));
  expect((await backend.db.collection(`users/${person.userId}/departures`).get()).size).toBe(0);
});

test('[REST38] where an account had left or was removed it is forgotten, too, and nothing else there changes', async () => {
  const [left, removing, ended] = [await foundHousehold(backend), await foundHousehold(backend), await foundHousehold(backend)];
  const { person, memberId } = await letIn(backend, left);
  const leaving = { params: { groupId: left.groupId, memberId }, ifMatch: 1 };
  const places = await Promise.all(
    [removing, ended].map(async ({ groupId, owner }) => {
      const token = newToken();
      await backend.call('createInvite', { as: owner, params: { groupId }, body: { token } });
      const member = { id: randomUUID(), displayName: 'Tove' };
      await backend.call('acceptInvite', { as: person, body: { token, member } });
      return member.id;
    }),
  );
  const [removed = '', inEnded = ''] = places;
  await backend.call('removeMember', { as: person, ...leaving });
  await backend.call('removeMember', { as: removing.owner, params: { groupId: removing.groupId, memberId: removed }, ifMatch: 1 });
  await backend.call('deleteGroup', { as: ended.owner, params: { groupId: ended.groupId }, ifMatch: 1 });
  const homes = [
    { home: left, id: memberId },
    { home: removing, id: removed },
  ];
  const before = await Promise.all(homes.map(({ home }) => groupOf(home)));
  const endedBefore = (await backend.db.doc(`groups/${ended.groupId}`).get()).data();
  expect(endedBefore?.members[inEnded]).toMatchObject({ status: 'left' });

  await backend.call('deleteMe', removal(person));
  for (const [nth, { home, id }] of homes.entries()) {
    const was = before[nth];
    const after = await groupOf(home);
    const unlinked = { ...was?.members[id], userId: null, version: 3 };
    expect(was?.members[id]).toMatchObject({ status: 'left', userId: person.userId, version: 2 });
    expect({ ...after, lastActivityAt: 0 }).toEqual({
      ...was,
      members: { ...was?.members, [id]: unlinked },
      seq: (was?.seq ?? 0) + 1,
      lastActivityAt: 0,
    });
    const { entries } = await backend.call('pullChanges', { as: home.owner, params: { groupId: home.groupId } });
    expect(entries.at(-1)).toMatchObject({ action: 'member.detached', actorId: id, fields: ['userId'] });
  }
  expect((await backend.db.doc(`groups/${ended.groupId}`).get()).data()).toEqual(endedBefore);
});
