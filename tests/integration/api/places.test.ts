import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../../packages/shared/src/contract/index.ts';
import type { Person } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { bill, foundHousehold, type Household, newToken } from '../../support/household.ts';

/** Many who come by an invitation and go again. */

const MINUTE_MS = 60_000;
let backend: Backend;
let later: Backend;
beforeAll(async () => {
  backend = await startBackend();
  later = await startBackend({ now: () => Date.now() + 2 * MINUTE_MS });
});
afterAll(() => Promise.all([backend.close(), later.close()]));

const inviteTo = async ({ owner, groupId }: Household, role: 'viewer' | 'member' = 'viewer', via = backend): Promise<string> => {
  const token = newToken();
  await via.call('createInvite', { as: owner, params: { groupId }, body: { token, role } });
  return token;
};

async function comeIn(token: string, person?: Person) {
  const [as, id] = [person ?? (await backend.signUp()), randomUUID()];
  await backend.call('acceptInvite', { as, body: { token, member: { id, displayName: 'Tove' } } });
  return { as, id };
}

const goAgain = ({ groupId }: Household, { as, id }: { as: Person; id: string }) =>
  backend.call('removeMember', { as, params: { groupId, memberId: id }, ifMatch: 1 });

/** All places but so many are taken by people who left long ago, and are named by the ledger. */
async function fillBut(free: number, { groupId }: Household): Promise<void> {
  const group = backend.db.doc(`groups/${groupId}`);
  const { members } = (await group.get()).data() as { members: Record<string, object> };
  const [pattern] = Object.values(members);
  const gone = Array.from({ length: LIMITS.placesPerGroup - free - Object.keys(members).length }, () => randomUUID());
  const place = (id: string) => ({ ...pattern, id, role: 'member', status: 'left', userId: null, leftSeq: 1, leftAt: 1 });
  await group.update(Object.fromEntries(gone.map((id) => [`members.${id}`, place(id)])));
}

test('[REST42] who comes and goes, with however many accounts, keeps nobody out for good', async () => {
  const home = await foundHousehold(backend);
  const { groupId, owner, ownerId } = home;
  const members = await inviteTo(home, 'member');
  const spender = await comeIn(members);
  await backend.call('createExpense', { as: spender.as, params: { groupId }, body: bill(spender.id, [spender.id]) });
  await goAgain(home, spender);

  const leaked = await inviteTo(home);
  await fillBut(2, home);
  const visitors = [await comeIn(leaked), await comeIn(leaked)] as const;
  for (const visitor of visitors) await goAgain(home, visitor);
  const [tooSoon, honest] = [await backend.signUp(), await backend.signUp()];
  const asking = (token: string) => ({ body: { token, member: { id: randomUUID(), displayName: 'Ylva' } } });
  expect((await later.refused('acceptInvite', { as: tooSoon, ...asking(leaked) })).code).toBe('group-full');

  const { group, entries } = await later.call('acceptInvite', { as: honest, ...asking(await inviteTo(home, 'member', later)) });
  expect(entries).toMatchObject([{ action: 'member.joined' }]);
  expect(Object.keys(group.members)).toHaveLength(LIMITS.placesPerGroup);
  expect(group.members[visitors[0].id]).toBeUndefined();
  for (const kept of [visitors[1].id, spender.id, ownerId]) expect(group.members[kept]).toBeDefined();

  // The one who was forgotten is no new face: what they came by has ended.
  expect((await later.refused('acceptInvite', { as: visitors[0].as, ...asking(leaked) })).code).toBe('invite-expired');
  // Nor is anybody else that one: the history goes on telling what the first did, by their id.
  const impostor = { token: await inviteTo(home, 'member', later), member: { id: visitors[0].id, displayName: 'Tove' } };
  const evenLater = await backend.signUp();
  expect((await later.refused('acceptInvite', { as: evenLater, body: impostor })).code).toBe('id-in-use');
  const params = { groupId };
  expect((await later.refused('addMember', { as: owner, params, body: impostor.member })).code).toBe('id-in-use');
  expect((await later.call('addMember', { as: owner, params, body: asking('').body.member })).group.members).not.toHaveProperty(
    visitors[1].id,
  );
  const feed = await later.call('listActivity', { as: owner, params: { groupId } });
  expect(feed.entries.filter(({ actorId }) => actorId === visitors[0].id).map(({ action }) => action)).toEqual([
    'member.left',
    'member.joined',
  ]);
});
