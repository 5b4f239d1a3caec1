import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccountStore } from '../../../firebase/functions/src/repositories/accounts.ts';
import { createGroupCreationStore } from '../../../firebase/functions/src/repositories/group-creations.ts';
import { createLedgerStore } from '../../../firebase/functions/src/repositories/ledger.ts';
import { createGroup } from '../../../firebase/functions/src/services/decisions/groups.ts';
import type { LedgerCommit, Receipt } from '../../../firebase/functions/src/services/ports.ts';
import type { EntityState } from '../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, bill, foundHousehold, payment } from '../../support/household.ts';

/** What a commit is made upon: each condition alone must be enough to lose it, and a lost one writes nothing. */

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

/** A change of a household as a decision would have made it, and what it does to the group. */
async function setUp() {
  const home = await foundHousehold(backend);
  const { groupId } = home;
  const asked = { as: home.owner, params: { groupId } };
  const jonte = await addPlaceholder(backend, home);
  const [expense, settlement] = [bill(home.ownerId, [jonte]), payment(jonte, home.ownerId)];
  await backend.call('createExpense', { ...asked, body: expense });
  await backend.call('createSettlement', { ...asked, body: settlement });
  await backend.call('createInvite', { ...asked, body: { token: randomUUID().replaceAll('-', '') } });
  const { entries } = await backend.call('pullChanges', asked);
  const stateOf = (kind: EntityState['kind']): EntityState => {
    const found = entries.findLast(({ entity }) => entity.kind === kind)?.entity;
    if (!found) throw new Error(`nothing happened to a ${kind}`);
    return found;
  };
  const store = createLedgerStore(backend.db);
  const { group } = await store.read({ groupId, mutationId: randomUUID() });
  if (!group) throw new Error('the group is there');
  const last = entries.at(-1);
  if (!last) throw new Error('the group has a history');
  const commit = (entity: EntityState, more: Partial<LedgerCommit> = {}, id: string = randomUUID()) => {
    const entry = { ...last, id, seq: last.seq + 1, action: 'group.updated' as const, entity };
    const record = { entry, actorUserId: home.owner.userId, requestHash: 'h' };
    return store.commit({ groupId, revision: group.revision, changes: { seq: entry.seq }, record, ...more });
  };
  const untouched = async () => expect((await store.read({ groupId, mutationId: randomUUID() })).group).toEqual(group);
  return { home, asked, entries, stateOf, commit, untouched };
}

test('[INV2] a commit upon what is there holds', async () => {
  const { commit, stateOf } = await setUp();
  expect(await commit(stateOf('member'))).toBe(true);
});

test('[INV9] a commit upon a group that has moved on is lost', async () => {
  const { asked, commit, stateOf } = await setUp();
  await backend.call('updateGroup', { ...asked, ifMatch: 1, body: { name: 'Alder Lane' } });
  expect(await commit(stateOf('member'))).toBe(false);
  expect((await backend.call('getGroup', asked)).seq).toBe(6);
});

test('[INV2] a mutation that is recorded already is not made again', async () => {
  const { commit, entries, stateOf, untouched } = await setUp();
  expect(await commit(stateOf('member'), {}, entries[1]?.id)).toBe(false);
  await untouched();
});

test.for(['expense', 'settlement', 'invite'] as const)('[REST2] a new %s under an id that is taken is lost', async (kind) => {
  const { commit, stateOf, untouched } = await setUp();
  expect(await commit(stateOf(kind))).toBe(false);
  await untouched();
});

const receipt: Receipt = { requestHash: 'h', outcome: { kind: 'deletion', deletedAt: 1 }, at: 1, expiresAt: Date.now() + 60_000 };

test('[INV2] a mutation whose receipt is there already is not made again', async () => {
  const { home, commit, stateOf, untouched } = await setUp();
  const id = randomUUID();
  await backend.db.doc(`users/${home.owner.userId}/mutations/${id}`).set({ any: 'thing' });
  expect(await commit(stateOf('member'), { receipt }, id)).toBe(false);
  await untouched();
});

test('[INV2] a group is created once: under a new id, by a new mutation, with a new receipt', async () => {
  const store = createGroupCreationStore(backend.db);
  const person = await backend.signUp();
  const attempt = async (occupied: (keys: { groupId: string; mutationId: string }) => string | null): Promise<boolean> => {
    const keys = { userId: person.userId, groupId: randomUUID(), mutationId: randomUUID() };
    const path = occupied(keys);
    const { account } = await store.read(keys);
    if (path !== null) await backend.db.doc(path).set({ any: 'thing' });
    const body = { id: keys.groupId, name: 'Home', description: '', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } };
    const mutation = { id: keys.mutationId, userId: person.userId, requestHash: 'h', ifMatch: undefined };
    return store.commit(keys, { ...createGroup(body, mutation, 1), account });
  };
  expect(await attempt(() => null)).toBe(true);
  expect(await attempt(({ groupId }) => `groups/${groupId}`)).toBe(false);
  expect(await attempt(({ groupId, mutationId }) => `groups/${groupId}/activity/${mutationId}`)).toBe(false);
  expect(await attempt(({ mutationId }) => `users/${person.userId}/mutations/${mutationId}`)).toBe(false);
});

test('[INV9] a profile is written only as it was read, and once', async () => {
  const store = createAccountStore(backend.db);
  const { userId } = await backend.signUp();
  const profile = { userId, displayName: 'Mara', locale: null, defaultCurrency: null, version: 1 };
  const write = (revision: Awaited<ReturnType<typeof store.read>>['revision'], mutationId: string = randomUUID()) =>
    store.commit({ account: { profile, deletion: null }, revision, mutationId, receipt });
  const [first, second] = [randomUUID(), randomUUID()];
  expect(await write(null, first)).toBe(true);
  expect(await write(null)).toBe(false);
  const { revision } = await store.read(userId, first);
  expect(await write(revision, first)).toBe(false);
  await backend.db.doc(`users/${userId}`).update({ displayName: 'Somebody' });
  expect(await write(revision, second)).toBe(false);
  expect(await write((await store.read(userId, second)).revision, second)).toBe(true);
});
