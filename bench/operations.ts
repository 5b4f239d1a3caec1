import { randomUUID } from 'node:crypto';
import type { Person } from '../scripts/demo/person.ts';
import type { CountedApi } from './counted-api.ts';
import type { Figure } from './figure.ts';
import { createGroup, expenseBody } from './ledger.ts';

/** Firestore reads and writes of single requests. A mutation may cost three of each. */
export async function countOperations(api: CountedApi, person: Person): Promise<Figure[]> {
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
    if (isMutation) figures.push({ what: `${what}: Firestore writes`, value: writes, unit: '', budget: 3 });
  }
  return figures;
}
