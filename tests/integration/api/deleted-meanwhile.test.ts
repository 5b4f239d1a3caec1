import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGroupCreationStore } from '../../../firebase/functions/src/repositories/group-creations.ts';
import { createLedgerStore } from '../../../firebase/functions/src/repositories/ledger.ts';
import { createGroup } from '../../../firebase/functions/src/services/decisions/groups.ts';
import type { Person } from '../../support/api-client.ts';
import { type Backend, startBackend } from '../../support/backend.ts';
import { foundHousehold, letIn } from '../../support/household.ts';

/** An account that is deleted between the look at it and the commit that would put it into a group. */

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const untouched = async () => {};
const deleted = async (person: Person) => {
  const { version } = await backend.call('getMe', { as: person });
  await backend.call('deleteMe', { as: person, ifMatch: version });
};
const edited = (person: Person) => backend.call('updateMe', { as: person, ifMatch: 0, body: { displayName: 'Mara' } });

const cases = [
  { name: 'a new account that stays', before: untouched, meanwhile: untouched, holds: true },
  { name: 'a new account that is deleted', before: untouched, meanwhile: deleted, holds: false },
  { name: 'an account with a profile that stays', before: edited, meanwhile: untouched, holds: true },
  { name: 'an account with a profile that is deleted', before: edited, meanwhile: deleted, holds: false },
];

test.for(cases)('[REST39] the creation of a group by $name holds: $holds', async ({ before, meanwhile, holds }) => {
  const person = await backend.signUp();
  await before(person);
  const profile = await backend.call('getMe', { as: person });
  const store = createGroupCreationStore(backend.db);
  const [groupId, mutationId] = [randomUUID(), randomUUID()];
  const keys = { userId: person.userId, mutationId, groupId };
  const { account } = await store.read(keys);
  await meanwhile(person);
  const body = { id: groupId, name: 'Ghosts', description: '', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } };
  const created = createGroup(body, { id: mutationId, userId: person.userId, requestHash: 'h', ifMatch: undefined }, Date.now());
  expect(await store.commit(keys, { ...created, account })).toBe(holds);
  expect((await backend.db.doc(`groups/${groupId}`).get()).exists).toBe(holds);
  if (holds) expect(await backend.call('getMe', { as: person })).toEqual(profile);
});

test.for(cases)('[REST39] a joining of $name holds: $holds', async ({ before, meanwhile, holds }) => {
  const home = await foundHousehold(backend);
  const { person: other } = await letIn(backend, home);
  const person = await backend.signUp();
  await before(person);
  const store = createLedgerStore(backend.db);
  const { groupId } = home;
  const { group, account } = await store.read({ groupId, mutationId: randomUUID(), accountOf: person.userId });
  if (!group || !account) throw new Error('nothing was read');
  await meanwhile(person);
  const { entries } = await backend.call('pullChanges', { as: other, params: { groupId } });
  const [entry] = entries.slice(-1).map((last) => ({ ...last, id: randomUUID(), seq: last.seq + 1 }));
  if (!entry) throw new Error('the group has a history');
  const record = { entry, actorUserId: person.userId, requestHash: 'h' };
  expect(await store.commit({ groupId, revision: group.revision, changes: { seq: entry.seq }, record, account })).toBe(holds);
});
