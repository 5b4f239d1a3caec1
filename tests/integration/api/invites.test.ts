import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from './backend.ts';
import { addPlaceholder, foundHousehold, type Household, letIn, newToken } from './household.ts';

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

test('an invitation lets an account in, with the name it gives itself', async () => {
  const token = await invite();
  const guest = await backend.signUp();
  const preview = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(preview).toMatchObject({ groupName: 'Lindenhof', joinedGroupId: null, claims: null });

  const member = newcomer();
  const page = await backend.call('acceptInvite', { as: guest, body: { token, member } });
  expect(page.entries[0]).toMatchObject({ actorId: member.id, action: 'member.joined', entity: { kind: 'member' } });
  expect(page.group.members[member.id]).toMatchObject({ displayName: 'Tove', role: 'member', status: 'active', userId: guest.userId });
  const again = await backend.call('previewInvite', { as: guest, body: { token } });
  expect(again.joinedGroupId).toBe(home.groupId);
});

test('the token is neither stored nor told to the group', async () => {
  const token = newToken();
  const page = await backend.call('createInvite', { ...inHome(), body: { token } });
  expect(JSON.stringify(page)).not.toContain(token);
  const inviteId = page.entries[0]?.entity.kind === 'invite' ? page.entries[0].entity.state.id : '';
  const stored = await backend.db.doc(`invites/${inviteId}`).get();
  expect(stored.exists).toBe(true);
  expect(JSON.stringify(stored.data())).not.toContain(token);
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

test('who is in already stays as they are', async () => {
  const { person, memberId } = await letIn(backend, home);
  const before = await backend.call('getGroup', { as: person, params: { groupId: home.groupId } });
  const page = await backend.call('acceptInvite', { as: person, body: { token: await invite(), member: newcomer('Double') } });
  expect(page).toMatchObject({ entries: [], headSeq: before.seq + 1, nextSince: before.seq + 1 });
  expect(page.group.members).toEqual(before.members);
  expect(page.group.members[memberId]?.displayName).toBe('Tove');
});

test('an account holds one place: who comes back gets it again, but not by an invitation from before', async () => {
  const { person, memberId } = await letIn(backend, home);
  const early = await invite();
  const { seq } = await backend.call('getGroup', inHome());
  await backend.db.doc(`groups/${home.groupId}`).update({
    userIds: [home.owner.userId],
    seq: seq + 1,
    [`members.${memberId}.status`]: 'left',
    [`members.${memberId}.leftSeq`]: seq + 1,
    [`members.${memberId}.leftAt`]: Date.now(),
  });
  const refused = await backend.refused('acceptInvite', { as: person, body: { token: early, member: newcomer() } });
  expect(refused).toMatchObject({ status: 410, code: 'invite-expired' });
  const page = await backend.call('acceptInvite', { as: person, body: { token: await invite({ role: 'viewer' }), member: newcomer() } });
  expect(page.group.members[memberId]).toMatchObject({ status: 'active', role: 'viewer', leftSeq: null, leftAt: null });
  expect(Object.values(page.group.members).filter((member) => member.userId === person.userId)).toHaveLength(1);
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
