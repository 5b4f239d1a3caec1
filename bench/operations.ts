import { randomUUID } from 'node:crypto';
import type { Person } from '../scripts/demo/person.ts';
import type { CountedApi } from './counted-api.ts';
import type { Figure } from './figure.ts';
import { createGroup, expenseBody, type GroupHandle } from './ledger.ts';

type NewPerson = (name: string) => Promise<Person>;

interface Request {
  what: string;
  send(): Promise<unknown>;
  /** What it may cost. */
  budget: { reads?: number; writes: number };
}

const READING = { writes: 0 };
const MUTATION = { reads: 3, writes: 3 };

/** Firestore reads and writes of single requests, and of ten at once. */
export async function countOperations(api: CountedApi, person: Person, newPerson: NewPerson): Promise<Figure[]> {
  const group = await createGroup(person, 'Counted');
  for (let index = 1; index < 20; index += 1) await createGroup(person, `Counted ${index}`);
  const params = { groupId: group.id };
  const expenseId = randomUUID();
  const membership = await changesOfMembership(person, await newPerson('Guest'), group);
  await person.call('createExpense', { params, body: expenseBody(group, randomUUID(), 'Rope') });
  const { seq } = await person.call('getGroup', { params });

  const requests: Request[] = [
    { what: '`GET /groups` with 20 groups', budget: READING, send: () => person.call('listGroups', { query: { limit: 50 } }) },
    {
      what: 'Pull of one change',
      budget: READING,
      send: () => person.call('pullChanges', { params, query: { since: seq - 1 } }),
    },
    {
      what: '`POST` of an expense',
      budget: MUTATION,
      send: () => person.call('createExpense', { params, body: expenseBody(group, expenseId, 'Paddle') }),
    },
    {
      what: '`PATCH` of an expense',
      budget: MUTATION,
      send: () => person.call('updateExpense', { params: { ...params, expenseId }, version: 1, body: { note: 'blue' } }),
    },
    {
      what: '`DELETE` of an expense',
      budget: MUTATION,
      send: () => person.call('deleteExpense', { params: { ...params, expenseId }, version: 2 }),
    },
    ...membership,
  ];
  const figures: Figure[] = [];
  for (const request of requests) figures.push(...(await count(api, request)));

  const clients: Poster[] = [];
  for (let index = 0; index < AT_ONCE; index += 1) {
    const poster = await newPerson(`Poster ${index}`);
    clients.push({ person: poster, group: await createGroup(poster, 'Own group') });
  }
  figures.push(...(await countAtOnce(api, `${AT_ONCE} parallel posts to one group`, Array<Poster>(AT_ONCE).fill({ person, group }))));
  figures.push(...(await countAtOnce(api, `${AT_ONCE} clients posting at once to groups of their own`, clients)));
  return figures;
}

/** What is rare in the life of a group, and may cost more (docs/decisions/0014). */
async function changesOfMembership(person: Person, guest: Person, { id: groupId }: GroupHandle): Promise<Request[]> {
  const token = randomUUID().replaceAll('-', '');
  // Once a minute it is read whether an account was deleted.
  await guest.call('getMe');
  await person.call('createInvite', { params: { groupId }, body: { token } });
  const founder = { id: randomUUID(), displayName: 'Guest' };
  const member = { id: randomUUID(), displayName: 'Guest' };
  return [
    {
      what: 'Creating a group',
      budget: { reads: 4, writes: 4 },
      send: () => guest.call('createGroup', { body: { id: randomUUID(), name: 'Own', currency: 'EUR', member: founder } }),
    },
    {
      what: 'Joining by an invitation',
      budget: { reads: 5, writes: 5 },
      send: () => guest.call('acceptInvite', { body: { token, member } }),
    },
    {
      what: 'Leaving',
      budget: { reads: 3, writes: 4 },
      send: () => guest.call('removeMember', { params: { groupId, memberId: member.id }, version: 1 }),
    },
  ];
}

async function count(api: CountedApi, { what, send, budget }: Request): Promise<Figure[]> {
  api.take();
  await send();
  const { reads, writes } = api.take();
  return [
    { what: `${what}: Firestore reads`, value: reads, unit: '', ...(budget.reads !== undefined && { budget: budget.reads }) },
    { what: `${what}: Firestore writes`, value: writes, unit: '', budget: budget.writes },
  ];
}

const AT_ONCE = 10;

interface Poster {
  person: Person;
  group: GroupHandle;
}

/** Whoever has to wait in a group's line is looked at once before: reads for who may not be let in at all, not for the change. */
async function countAtOnce(api: CountedApi, what: string, posters: readonly Poster[]): Promise<Figure[]> {
  api.take();
  await Promise.all(
    posters.map(({ person, group }) =>
      person.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), 'Rope') }),
    ),
  );
  const { reads, writes } = api.take();
  return [
    { what: `${what}: Firestore reads a post`, value: reads / posters.length, unit: '' },
    { what: `${what}: Firestore writes a post`, value: writes / posters.length, unit: '' },
  ];
}
