import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, foundHousehold, type Household, letIn, newToken } from '../../support/household.ts';

const DAY_MS = 24 * 3_600_000;
let backend: Backend;
let later: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  later = await startBackend({ now: () => Date.now() + 31 * DAY_MS });
  home = await foundHousehold(backend);
});
afterAll(() => Promise.all([backend.close(), later.close()]));

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });
const newcomer = (displayName = 'Tove') => ({ id: randomUUID(), displayName });

async function invite(more: { claims?: string; role?: 'viewer' | 'member' } = {}): Promise<string> {
  const token = newToken();
  await backend.call('createInvite', { ...inHome(), body: { token, ...more } });
  return token;
}

test('[REST44] an invitation tells of a group what it must, of nobody who is in it, and lets an account in with the name it gives itself', async () => {
  const token = await invite();
  const guest = await backend.signUp();
  const preview = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(preview).toEqual({ groupName: 'Lindenhof', role: 'member', joinedGroupId: null, claims: null, placeholders: [] });

  const member = newcomer();
  const page = await backend.call('acceptInvite', { as: guest, body: { token, member } });
  expect(page.entries[0]).toMatchObject({ actorId: member.id, action: 'member.joined', entity: { kind: 'member' } });
  expect(page.group.members[member.id]).toMatchObject({ displayName: 'Tove', role: 'member', status: 'active', userId: guest.userId });
  const again = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(again.joinedGroupId).toBe(home.groupId);
});

test('[REST43] the token is neither stored nor told to the group, and what is stored goes some time after its end', async () => {
  const token = newToken();
  const page = await backend.call('createInvite', { ...inHome(), body: { token } });
  expect(JSON.stringify(page)).not.toContain(token);
  const inviteId = page.entries[0]?.entity.kind === 'invite' ? page.entries[0].entity.state.id : '';
  const stored = await backend.db.doc(`invites/${inviteId}`).get();
  expect(stored.exists).toBe(true);
  expect(JSON.stringify(stored.data())).not.toContain(token);
  expect(stored.get('expireAt').toMillis()).toBe(stored.get('expiresAt') + 180 * DAY_MS);
});

test('a token is used for one invitation', async () => {
  const token = await invite();
  const problem = await backend.refused('createInvite', { ...inHome(), body: { token } });
  expect(problem).toMatchObject({ status: 409, code: 'id-in-use' });
});

test('a placeholder is claimed once: its balance goes with its member id', async () => {
  const jonte = await addPlaceholder(backend, home);
  const token = await invite();
  const [guest, rival] = [await backend.signUp(), await backend.signUp()];
  const { placeholders } = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(placeholders).toContainEqual({ id: jonte, displayName: 'Jonte' });

  const page = await backend.call('acceptInvite', { as: guest, body: { token, member: newcomer(), claims: jonte } });
  expect(page.group.members[jonte]).toMatchObject({ displayName: 'Jonte', status: 'active', userId: guest.userId, version: 2 });
  const late = await backend.refused('acceptInvite', { as: rival, body: { token, member: newcomer(), claims: jonte } });
  expect(late).toMatchObject({ status: 409, code: 'already-claimed' });
  const absent = await backend.refused('acceptInvite', { as: rival, body: { token, member: newcomer(), claims: randomUUID() } });
  expect(absent).toMatchObject({ status: 409, code: 'member-unavailable' });
});

test('an invitation for a placeholder offers and gives that one only', async () => {
  const [jonte, ylva] = [await addPlaceholder(backend, home), await addPlaceholder(backend, home, 'Ylva')];
  const token = await invite({ claims: jonte });
  const guest = await backend.signUp();
  const preview = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(preview.placeholders).toEqual([{ id: jonte, displayName: 'Jonte' }]);
  const page = await backend.call('acceptInvite', { as: guest, body: { token, member: newcomer(), claims: ylva } });
  expect(page.group.members[jonte]?.userId).toBe(guest.userId);
  expect(page.group.members[ylva]?.status).toBe('placeholder');

  const pointless = await backend.refused('createInvite', { ...inHome(), body: { token: newToken(), claims: jonte } });
  expect(pointless.code).toBe('already-claimed');
  const unknown = await backend.refused('createInvite', { ...inHome(), body: { token: newToken(), claims: randomUUID() } });
  expect(unknown.code).toBe('member-unavailable');
});

test('[REST5] who is in already stays as they are', async () => {
  const { person, memberId } = await letIn(backend, home);
  const before = await backend.call('getGroup', { as: person, params: { groupId: home.groupId } });
  const page = await backend.call('acceptInvite', { as: person, body: { token: await invite(), member: newcomer('Double') } });
  expect(page).toMatchObject({ entries: [], headSeq: before.seq + 1, nextSince: before.seq + 1 });
  expect(page.group.members).toEqual(before.members);
  expect(page.group.members[memberId]?.displayName).toBe('Tove');
});

test('a member id of the group is not given twice', async () => {
  const guest = await backend.signUp();
  const body = { token: await invite(), member: { id: home.ownerId, displayName: 'Tove' } };
  expect(await backend.refused('acceptInvite', { as: guest, body })).toMatchObject({ status: 409, code: 'id-in-use' });
});

test('an unknown token is not found, an old one has expired', async () => {
  const guest = await backend.signUp();
  const [known, unknown] = [await invite(), newToken()];
  expect((await backend.refused('previewInvite', { as: guest, body: { token: unknown } })).code).toBe('not-found');
  expect((await backend.refused('acceptInvite', { as: guest, body: { token: unknown, member: newcomer() } })).code).toBe('not-found');

  expect(await later.refused('previewInvite', { as: guest, body: { token: known } })).toMatchObject({
    status: 410,
    code: 'invite-expired',
  });
  expect((await later.refused('acceptInvite', { as: guest, body: { token: known, member: newcomer() } })).code).toBe('invite-expired');
});

test('[INV2] accepting that is sent again gives the first outcome, even after the invitation expired', async () => {
  const guest = await backend.signUp();
  const [key, body] = [randomUUID(), { token: await invite(), member: newcomer() }];
  const first = await backend.call('acceptInvite', { as: guest, key, body });
  const again = await later.call('acceptInvite', { as: guest, key, body });
  expect(again.entries).toEqual(first.entries);
  expect(Object.values(again.group.members).filter((member) => member.userId === guest.userId)).toHaveLength(1);
});

const inviteIdOf = async (token: string) => {
  const { invites } = await backend.call('listInvites', inHome());
  await backend.call('createInvite', { ...inHome(), body: { token } });
  const known = new Set(invites.map(({ id }) => id));
  return (await backend.call('listInvites', inHome())).invites.find(({ id }) => !known.has(id))?.id ?? '';
};

test('[REST36] an invitation is listed with how many came by it, until it has expired', async () => {
  const [token, guest] = [newToken(), await backend.signUp()];
  const inviteId = await inviteIdOf(token);
  const shown = async (via = backend) => (await via.call('listInvites', inHome())).invites.find(({ id }) => id === inviteId);
  expect(await shown()).toEqual({
    id: inviteId,
    role: 'member',
    claims: null,
    expiresAt: expect.any(Number),
    uses: 0,
    createdBy: home.ownerId,
  });
  await backend.call('acceptInvite', { as: guest, body: { token, member: newcomer() } });
  await backend.call('acceptInvite', { as: guest, body: { token, member: newcomer() } });
  expect((await shown())?.uses).toBe(1);
  expect(await shown(later)).toBeUndefined();
  const { person } = await letIn(backend, home, 'viewer');
  expect((await backend.refused('listInvites', { as: person, params: { groupId: home.groupId } })).code).toBe('forbidden');
});

test('[REST36] a withdrawn invitation lets nobody in, is listed no more, and its token is not issued again', async () => {
  const [token, guest, early] = [newToken(), await backend.signUp(), await backend.signUp()];
  const inviteId = await inviteIdOf(token);
  const [key, body] = [randomUUID(), { token, member: newcomer() }];
  const first = await backend.call('acceptInvite', { as: early, key, body });
  const params = { groupId: home.groupId, inviteId };
  const withdrawal = { as: home.owner, params, key: randomUUID() };
  const page = await backend.call('revokeInvite', withdrawal);
  expect(page.entries).toEqual([
    expect.objectContaining({ action: 'invite.revoked', entity: { kind: 'invite', state: expect.anything() } }),
  ]);
  expect((await backend.call('revokeInvite', withdrawal)).entries).toEqual(page.entries);

  expect(await backend.refused('previewInvite', { as: guest, body: { token } })).toMatchObject({ status: 410, code: 'invite-expired' });
  expect((await backend.refused('acceptInvite', { as: guest, body: { token, member: newcomer() } })).code).toBe('invite-expired');
  expect((await backend.call('listInvites', inHome())).invites.map(({ id }) => id)).not.toContain(inviteId);
  expect((await backend.refused('revokeInvite', { as: home.owner, params })).code).toBe('not-found');
  expect((await backend.refused('createInvite', { ...inHome(), body: { token } })).code).toBe('id-in-use');
  expect((await backend.call('acceptInvite', { as: early, key, body })).entries).toEqual(first.entries);
});

test('[REST36] who was removed does not come back by an invitation of their own making, under another name', async () => {
  const [{ person, memberId }, another, early] = [await letIn(backend, home), await backend.signUp(), await backend.signUp()];
  const body = { token: newToken(), member: newcomer('Trojan') };
  const page = await backend.call('createInvite', { as: person, params: { groupId: home.groupId }, body: { token: body.token } });
  expect(page.entries[0]).toMatchObject({ action: 'invite.created', actorId: memberId });
  await backend.call('acceptInvite', { as: early, body: { ...body, member: newcomer() } });
  const listed = async () => (await backend.call('listInvites', inHome())).invites.filter(({ createdBy }) => createdBy === memberId);
  expect(await listed()).toHaveLength(1);

  await backend.call('removeMember', { as: home.owner, params: { groupId: home.groupId, memberId }, ifMatch: 1 });
  expect((await backend.refused('previewInvite', { as: another, body: { token: body.token } })).code).toBe('invite-expired');
  expect((await backend.refused('acceptInvite', { as: another, body })).code).toBe('invite-expired');
  expect(await listed()).toEqual([]);
});

test('[REST36] all open invitations are listed, newest first', async () => {
  const many = await foundHousehold(backend);
  const asked = { as: many.owner, params: { groupId: many.groupId } };
  const made: string[] = [];
  for (let nth = 0; nth < 5; nth++) {
    const { entries } = await backend.call('createInvite', { ...asked, body: { token: newToken() } });
    if (entries[0]?.entity.kind === 'invite') made.unshift(entries[0].entity.state.id);
  }
  expect((await backend.call('listInvites', asked)).invites.map(({ id }) => id)).toEqual(made);
});

test('[REST40] a viewer sees in the history who invited, without the secret, and is not given the list', async () => {
  const { person } = await letIn(backend, home, 'viewer');
  const token = await invite();
  const { entries } = await backend.call('pullChanges', { as: person, params: { groupId: home.groupId } });
  expect(entries.at(-1)).toMatchObject({ action: 'invite.created', entity: { kind: 'invite', state: { createdBy: home.ownerId } } });
  expect(JSON.stringify(entries)).not.toContain(token);
  expect((await backend.refused('listInvites', { as: person, params: { groupId: home.groupId } })).code).toBe('forbidden');
});

test("[REST36] another group's invitation is not there to be withdrawn", async () => {
  const inviteId = await inviteIdOf(newToken());
  const other = await foundHousehold(backend);
  const params = { groupId: other.groupId, inviteId };
  expect((await backend.refused('revokeInvite', { as: other.owner, params })).code).toBe('not-found');
  expect((await backend.refused('revokeInvite', { as: other.owner, params: { ...params, inviteId: 'x' } })).code).toBe('not-found');
  expect((await backend.call('listInvites', { as: other.owner, params: { groupId: other.groupId } })).invites).toEqual([]);
});

test('[INV12] who has left learns nothing more by an invitation from before', async () => {
  const token = await invite();
  const { person, memberId } = await letIn(backend, home);
  await backend.call('removeMember', { as: person, params: { groupId: home.groupId, memberId }, ifMatch: 1 });
  expect(await backend.refused('previewInvite', { as: person, body: { token } })).toMatchObject({ status: 410, code: 'invite-expired' });
  const later = await invite();
  expect(await backend.call('previewInvite', { as: person, body: { token: later } })).toMatchObject({ joinedGroupId: null });
});
