import { randomUUID } from 'node:crypto';
import type { Person } from '../scripts/demo/person.ts';
import type { CountedApi } from './counted-api.ts';
import type { Figure } from './figure.ts';
import { createGroup, expenseBody, type GroupHandle } from './ledger.ts';

/** Firestore reads and writes of single requests, and of ten at once. A mutation may cost three of each. */
export async function countOperations(api: CountedApi, person: Person, newPerson: (name: string) => Promise<Person>): Promise<Figure[]> {
  const group = await createGroup(person, 'Counted');
  for (let index = 1; index < 20; index += 1) await createGroup(person, `Counted ${index}`);
  const params = { groupId: group.id };
  const expenseId = randomUUID();
  await person.call('createExpense', { params, body: expenseBody(group, randomUUID(), 'Rope') });
  const { seq } = await person.call('getGroup', { params });

  const requests: [string, () => Promise<unknown>][] = [
    ['`GET /groups` with 20 groups', () => person.call('listGroups', { query: { limit: 50 } })],
    ['Pull of one change', () => person.call('pullChanges', { params, query: { since: seq - 1 } })],
    ['`POST` of an expense', () => person.call('createExpense', { params, body: expenseBody(group, expenseId, 'Paddle') })],
    ['`PATCH` of an expense', () => person.call('updateExpense', { params: { ...params, expenseId }, version: 1, body: { note: 'blue' } })],
    ['`DELETE` of an expense', () => person.call('deleteExpense', { params: { ...params, expenseId }, version: 2 })],
  ];
  const figures: Figure[] = [];
  for (const [what, send] of requests) {
    api.take();
    await send();
    const { reads, writes } = api.take();
    const isMutation = !what.includes('GET') && !what.includes('Pull');
    figures.push({ what: `${what}: Firestore reads`, value: reads, unit: '', ...(isMutation && { budget: 3 }) });
    figures.push({ what: `${what}: Firestore writes`, value: writes, unit: '', budget: isMutation ? 3 : 0 });
  }

  const clients: Poster[] = [];
  for (let index = 0; index < AT_ONCE; index += 1) {
    const poster = await newPerson(`Poster ${index}`);
    clients.push({ person: poster, group: await createGroup(poster, 'Own group') });
  }
  figures.push(...(await countAtOnce(api, `${AT_ONCE} parallel posts to one group`, Array<Poster>(AT_ONCE).fill({ person, group }))));
  figures.push(...(await countAtOnce(api, `${AT_ONCE} clients posting at once to groups of their own`, clients)));
  return figures;
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
