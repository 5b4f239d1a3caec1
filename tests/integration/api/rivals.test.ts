import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ActivityEntry, type EndpointName, LIMITS, type Params } from '../../../packages/shared/src/contract/index.ts';
import { computeBalances } from '../../../packages/shared/src/domain/index.ts';
import type { Person } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, type Household, letIn, newToken } from '../../support/household.ts';

/** Two that want what only one of them can have, at the same moment and through two instances. */

let backend: Backend;
let otherInstance: Backend;
beforeAll(async () => {
  backend = await startBackend();
  otherInstance = await startBackend();
});
afterAll(() => Promise.all([backend.close(), otherInstance.close()]));

const ROUNDS = 6;
const rounds = Array.from({ length: ROUNDS }, (_, nth) => nth);

type Attempt<Name extends EndpointName> = Parameters<typeof backend.call<Name>>[1];

/** The outcome of a call: true where it was acknowledged, else the code of the refusal. */
async function tried<Name extends EndpointName>(via: Backend, name: Name, options: Attempt<Name>): Promise<true | string> {
  try {
    await via.call(name, options);
    return true;
  } catch (refusal) {
    const code = /"code":"([a-z-]+)"/.exec(String(refusal))?.[1];
    if (code === undefined || code === 'internal' || code === 'busy') throw refusal;
    return code;
  }
}

/** [INV1] [INV2] Balances equal those computed from what is there, each acknowledged mutation is logged once, and the log has no gap. */
async function requireWhole({ groupId, owner }: Household, acknowledged: readonly string[] = []) {
  const { group, entries, snapshot } = await backend.call('pullChanges', { as: owner, params: { groupId } });
  expect(group.balances).toEqual(computeBalances(snapshot?.expenses ?? [], snapshot?.settlements ?? []));
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: group.seq }, (_, nth) => nth + 1));
  for (const key of acknowledged) expect(entries.filter(({ id }) => id === key)).toHaveLength(1);
  const accounts = Object.values(group.members).flatMap(({ userId }) => userId ?? []);
  expect(new Set(accounts).size).toBe(accounts.length);
  return { group, entries };
}

const countOf = (entries: ActivityEntry[], action: ActivityEntry['action']) => entries.filter((entry) => entry.action === action).length;

test.each(rounds)('[INV9] an edit against a deletion: one of them wins, and the other one is told (%i)', async () => {
  const home = await foundHousehold(backend);
  const body = bill(home.ownerId, [home.ownerId, await addPlaceholder(backend, home)]);
  await backend.call('createExpense', { as: home.owner, params: { groupId: home.groupId }, body });
  const at: { as: Person; params: Params<'updateExpense'>; ifMatch: number } = {
    as: home.owner,
    params: { groupId: home.groupId, expenseId: body.id },
    ifMatch: 1,
  };
  const { amount, currency, payers, split } = bill(home.ownerId, [home.ownerId], 4711);
  const keys = [randomUUID(), randomUUID()] as const;
  const [edited, deleted] = await Promise.all([
    tried(backend, 'updateExpense', { ...at, key: keys[0], body: { amount, currency, payers, split } }),
    tried(otherInstance, 'deleteExpense', { ...at, key: keys[1] }),
  ]);
  expect([edited, deleted].filter((outcome) => outcome === true)).toHaveLength(1);
  if (edited !== true) expect(edited).toBe('not-found');
  if (deleted !== true) expect(deleted).toBe('stale-version');
  await requireWhole(home, [edited === true ? keys[0] : keys[1]]);
});

test.each(rounds)('[REST8] two people who claim one placeholder: one gets it (%i)', async () => {
  const home = await foundHousehold(backend);
  const jonte = await addPlaceholder(backend, home);
  const token = newToken();
  await backend.call('createInvite', { as: home.owner, params: { groupId: home.groupId }, body: { token } });
  const claim = async (via: Backend, person: Person) =>
    tried(via, 'acceptInvite', { as: person, body: { token, member: { id: randomUUID(), displayName: 'Tove' }, claims: jonte } });
  const people = [await backend.signUp(), await backend.signUp()] as const;
  const outcomes = await Promise.all([claim(backend, people[0]), claim(otherInstance, people[1])]);
  expect(outcomes.toSorted()).toEqual(['already-claimed', true].toSorted());
  const { group, entries } = await requireWhole(home);
  expect(group.members[jonte]?.userId).toBe(people[outcomes.indexOf(true)]?.userId);
  expect(countOf(entries, 'member.joined')).toBe(1);
  const { invites } = await backend.call('listInvites', { as: home.owner, params: { groupId: home.groupId } });
  expect(invites).toMatchObject([{ uses: 1 }]);
});

test.each(rounds)('[REST7] [REST32] leaving against a new expense that names who leaves: never both (%i)', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  const params = { groupId: home.groupId };
  const keys = [randomUUID(), randomUUID()] as const;
  const [left, spent] = await Promise.all([
    tried(backend, 'removeMember', { as: person, params: { ...params, memberId }, ifMatch: 1, key: keys[0] }),
    tried(otherInstance, 'createExpense', { as: home.owner, params, key: keys[1], body: bill(home.ownerId, [memberId, home.ownerId]) }),
  ]);
  expect([left, spent].filter((outcome) => outcome === true)).toHaveLength(1);
  if (left !== true) expect(left).toBe('balance-open');
  if (spent !== true) expect(spent).toBe('member-unavailable');
  await requireWhole(home, [left === true ? keys[0] : keys[1]]);
});

test.each(rounds)('[REST8] a removal against an invitation made and accepted: nobody comes back by an older one (%i)', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  const params = { groupId: home.groupId };
  const token = newToken();
  const [removed] = await Promise.all([
    tried(backend, 'removeMember', { as: home.owner, params: { ...params, memberId }, ifMatch: 1 }),
    tried(otherInstance, 'createInvite', { as: home.owner, params, body: { token } }),
  ]);
  expect(removed).toBe(true);
  const back = await tried(otherInstance, 'acceptInvite', {
    as: person,
    body: { token, member: { id: randomUUID(), displayName: 'Tove' } },
  });
  const { group, entries } = await requireWhole(home);
  const seqOf = (action: ActivityEntry['action']) => entries.findLast((entry) => entry.action === action)?.seq ?? 0;
  const issuedLater = seqOf('invite.created') > seqOf('member.removed');
  expect(back).toBe(issuedLater ? true : 'invite-expired');
  expect(group.members[memberId]?.status).toBe(issuedLater ? 'active' : 'left');
});

test.each(rounds)('[REST36] withdrawing against accepting: the invitation counts whom it let in, and nobody after (%i)', async () => {
  const home = await foundHousehold(backend);
  const params = { groupId: home.groupId };
  const token = newToken();
  await backend.call('createInvite', { as: home.owner, params, body: { token } });
  const [invite] = (await backend.call('listInvites', { as: home.owner, params })).invites;
  const accept = (via: Backend, person: Person) =>
    tried(via, 'acceptInvite', { as: person, body: { token, member: { id: randomUUID(), displayName: 'Tove' } } });
  const people = [await backend.signUp(), await backend.signUp()] as const;
  const [withdrawn, ...accepted] = await Promise.all([
    tried(backend, 'revokeInvite', { as: home.owner, params: { ...params, inviteId: invite?.id ?? '' } }),
    accept(otherInstance, people[0]),
    accept(backend, people[1]),
  ]);
  expect(withdrawn).toBe(true);
  const letInBefore = accepted.filter((outcome) => outcome === true).length;
  const { entries } = await requireWhole(home);
  expect(countOf(entries, 'member.joined')).toBe(letInBefore);
  const actions = entries.map(({ action }) => action);
  if (letInBefore > 0) expect(actions.lastIndexOf('member.joined')).toBeLessThan(actions.indexOf('invite.revoked'));
  expect((await backend.db.doc(`invites/${invite?.id}`).get()).get('uses')).toBe(letInBefore);
});

test('[INV2] [REST32] the same departure ten times at once is one, and gives its outcome ten times', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  const asked = { as: person, params: { groupId: home.groupId, memberId }, ifMatch: 1, key: randomUUID() };
  const departures = await Promise.all(
    Array.from({ length: 10 }, (_, nth) => (nth % 2 ? backend : otherInstance).call('removeMember', asked)),
  );
  for (const departure of departures) expect(departure).toEqual({ groupId: home.groupId, seq: 4 });
  const { entries } = await requireWhole(home, [asked.key]);
  expect(countOf(entries, 'member.left')).toBe(1);
});

test.each(rounds)('[REST3] one key for leaving two groups at the same moment leaves one of them (%i)', async () => {
  const homes = [await foundHousehold(backend), await foundHousehold(backend)] as const;
  const { person, memberId } = await letIn(backend, homes[0]);
  const token = newToken();
  await backend.call('createInvite', { as: homes[1].owner, params: { groupId: homes[1].groupId }, body: { token } });
  // By the other instance, which verifies the sign-in now, and not while the first one leaves already.
  await otherInstance.call('acceptInvite', { as: person, body: { token, member: { id: memberId, displayName: 'Tove' } } });
  const key = randomUUID();
  const leave = (via: Backend, { groupId }: Household) =>
    tried(via, 'removeMember', { as: person, params: { groupId, memberId }, ifMatch: 1, key });
  const outcomes = await Promise.all([leave(backend, homes[0]), leave(otherInstance, homes[1])]);
  expect(outcomes.toSorted()).toEqual(['idempotency-key-reused', true].toSorted());
  const left = await Promise.all(homes.map(async (home) => (await requireWhole(home)).group.members[memberId]?.status));
  expect(left.map((status) => status === 'left')).toEqual(outcomes.map((outcome) => outcome === true));
});

test.each(rounds)('[REST31] two administrators who leave at once: one of them stays (%i)', async () => {
  const home = await foundHousehold(backend);
  const { person, memberId } = await letIn(backend, home);
  await backend.call('updateMember', { as: home.owner, params: { groupId: home.groupId, memberId }, ifMatch: 1, body: { role: 'admin' } });
  const [first, second] = await Promise.all([
    tried(backend, 'removeMember', { as: home.owner, params: { groupId: home.groupId, memberId: home.ownerId }, ifMatch: 1 }),
    tried(otherInstance, 'removeMember', { as: person, params: { groupId: home.groupId, memberId }, ifMatch: 2 }),
  ]);
  expect([first, second].filter((outcome) => outcome === true)).toHaveLength(1);
  expect([first, second]).toContain('last-admin');
});

test.each(rounds)('[REST33] a deletion against writers: what was acknowledged came before it, and nothing after (%i)', async () => {
  const home = await foundHousehold(backend);
  const params = { groupId: home.groupId };
  const keys = Array.from({ length: 6 }, () => randomUUID());
  const [deleted, ...spent] = await Promise.all([
    tried(otherInstance, 'deleteGroup', { as: home.owner, params, ifMatch: 1 }),
    ...keys.map((key, nth) =>
      tried(nth % 2 ? backend : otherInstance, 'createExpense', { as: home.owner, params, key, body: bill(home.ownerId, [home.ownerId]) }),
    ),
  ]);
  expect(deleted).toBe(true);
  for (const outcome of spent) expect([true, 'not-found']).toContain(outcome);
  const { docs } = await backend.db.collection(`groups/${home.groupId}/activity`).orderBy('seq').get();
  const logged = docs.map((snapshot) => snapshot.id);
  expect(docs.at(-1)?.get('action')).toBe('group.deleted');
  expect(keys.filter((_, nth) => spent[nth] === true).toSorted()).toEqual(keys.filter((key) => logged.includes(key)).toSorted());
  expect(docs.map((snapshot) => snapshot.get('seq'))).toEqual(docs.map((_, nth) => nth + 1));
});

test.each(rounds)(
  '[REST38] an account deleted while it joins, spends and leaves is nowhere afterwards, and every group whole (%i)',
  async () => {
    const homes = [await foundHousehold(backend), await foundHousehold(backend), await foundHousehold(backend)] as const;
    const person = await backend.signUp();
    const memberId = randomUUID();
    const tokens = homes.map(() => newToken());
    for (const [nth, { groupId, owner }] of homes.entries()) {
      await backend.call('createInvite', { as: owner, params: { groupId }, body: { token: tokens[nth] ?? '' } });
    }
    const join = (via: Backend, nth: number) =>
      tried(via, 'acceptInvite', { as: person, body: { token: tokens[nth] ?? '', member: { id: memberId, displayName: 'Tove' } } });
    await join(backend, 0);
    await join(backend, 1);
    const at = (nth: 0 | 1 | 2) => ({ as: person, params: { groupId: homes[nth].groupId } });
    const [deleted] = await Promise.all([
      tried(backend, 'deleteMe', { as: person, ifMatch: 0 }),
      tried(otherInstance, 'createExpense', { ...at(0), body: bill(memberId, [memberId, homes[0].ownerId]) }),
      tried(otherInstance, 'removeMember', { as: person, params: { groupId: homes[1].groupId, memberId }, ifMatch: 1 }),
      join(otherInstance, 2),
    ]);
    expect(deleted).toBe(true);
    for (const home of homes) {
      await requireWhole(home);
      const stored = await backend.db.doc(`groups/${home.groupId}`).get();
      expect(stored.get('userIds')).toEqual([home.owner.userId]);
    }
  },
);

test('[REST22] a crowd that comes in by one invitation keeps no member waiting', async () => {
  const home = await foundHousehold(backend);
  const params = { groupId: home.groupId };
  const token = newToken();
  await backend.call('createInvite', { as: home.owner, params, body: { token, role: 'viewer' } });
  const crowd = await Promise.all(Array.from({ length: 150 }, () => backend.signUp()));
  let answered = 0;
  let arrived = () => {};
  const someAreIn = new Promise<void>((resolve) => (arrived = resolve));
  const answers = crowd.map(async (person) => {
    const { status } = await backend.send('acceptInvite', {
      as: person,
      body: { token, member: { id: randomUUID(), displayName: 'Tove' } },
    });
    answered++;
    if (answered === 20) arrived();
    return status;
  });
  await someAreIn;
  const before = answered;
  await backend.call('createExpense', { as: home.owner, params, body: bill(home.ownerId, [home.ownerId]) });
  expect(answered - before).toBeLessThan(20);
  expect((await Promise.all(answers)).filter((status) => status === 201)).toHaveLength(LIMITS.membersPerGroup - 1);
});
