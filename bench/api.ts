import { randomUUID } from 'node:crypto';
import type { Person } from '../scripts/demo/person.ts';
import { type Figure, median, quantile, timed } from './figure.ts';
import { createGroup, expenseBody, type GroupHandle } from './ledger.ts';
import { untilAnnounced } from './quiet.ts';
import type { Stage } from './stage.ts';

/** The Express app on plain Node against the Firestore emulator, called over HTTP from this process. */
export async function measureApi(stage: Stage): Promise<Figure[]> {
  const person = await stage.newPerson('Wren Ostler');
  const groups: GroupHandle[] = [];
  for (let index = 0; index < 20; index += 1) groups.push(await createGroup(person, `Bench group ${index + 1}`));
  const group = groups[0] as GroupHandle;
  await untilAnnounced(
    stage.firestore,
    groups.map(({ id }) => id),
  );

  const bare = await timed(60, 10, () => groupsOf(stage, person).get());
  const listed = await timed(60, 10, () => person.call('listGroups', { query: { limit: 50 } }));
  const posted = await timed(60, 10, () => post(person, group));
  // The triggers of so many posts would still be at work, on the same processors.
  await untilAnnounced(stage.firestore, [group.id]);
  const { seq } = await person.call('getGroup', { params: { groupId: group.id } });
  const barePull = await timed(60, 10, () => readChange(stage, group, seq));
  const pulled = await timed(60, 10, () => person.call('pullChanges', { params: { groupId: group.id }, query: { since: seq - 1 } }));
  const parallel = await timed(20, 2, () => Promise.all(Array.from({ length: 10 }, () => post(person, group))));
  const clients = await concurrentClients(stage);
  return [
    { what: 'Bare Firestore query of the same 20 groups, median', value: median(bare), unit: 'ms' },
    { what: '`GET /groups` with 20 groups, median', value: median(listed), unit: 'ms', budget: 12 },
    { what: '`GET /groups` with 20 groups, p95', value: quantile(listed, 0.95), unit: 'ms' },
    { what: '`POST` of an expense, median', value: median(posted), unit: 'ms', budget: 25 },
    { what: '`POST` of an expense, p95', value: quantile(posted, 0.95), unit: 'ms' },
    { what: 'Bare Firestore reads of the same group and change, both at once, median', value: median(barePull), unit: 'ms' },
    { what: 'Pull of one change, median', value: median(pulled), unit: 'ms' },
    { what: 'Pull of one change, p95', value: quantile(pulled, 0.95), unit: 'ms' },
    { what: '10 parallel posts to one group, all done, median', value: median(parallel), unit: 'ms', budget: 1000 },
    { what: '10 parallel posts to one group, all done, p95', value: quantile(parallel, 0.95), unit: 'ms' },
    { what: '10 clients posting at once to groups of their own, a post, median', value: median(clients), unit: 'ms' },
    { what: '10 clients posting at once to groups of their own, a post, p95', value: quantile(clients, 0.95), unit: 'ms' },
  ];
}

/** The documents that `GET /groups` is made from. */
const groupsOf = ({ firestore }: Stage, { uid }: Person) =>
  firestore
    .collection('groups')
    .where('userIds', 'array-contains', uid)
    .where('deletedAt', '==', null)
    .orderBy('lastActivityAt', 'desc')
    .limit(51);

/** What a pull is made from. */
function readChange({ firestore }: Stage, { id }: GroupHandle, seq: number): Promise<unknown> {
  const group = firestore.collection('groups').doc(id);
  const activity = group
    .collection('activity')
    .where('seq', '>', seq - 1)
    .orderBy('seq')
    .limit(100);
  return Promise.all([group.get(), activity.get()]);
}

const post = (person: Person, group: GroupHandle) =>
  person.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), 'Coffee beans') });

/** Ten people, each posting one expense after another to a group of their own. */
async function concurrentClients(stage: Stage): Promise<number[]> {
  const posters = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const person = await stage.newPerson(`Poster ${index}`);
      return { person, group: await createGroup(person, 'Own group') };
    }),
  );
  const durations = await Promise.all(posters.map(({ person, group }) => timed(15, 3, () => post(person, group))));
  return durations.flat();
}
