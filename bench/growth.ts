import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import type { Person } from '../scripts/person.ts';
import type { CountedApi } from './counted-api.ts';
import { type Figure, median, timed } from './figure.ts';
import { createGroup, expenseBody, type GroupHandle } from './ledger.ts';

const SIZES = [10, 100, 1_000, 10_000];
const RUNS = 25;
/** Largest size against smallest: flat, with room for the noise of the machine. */
const FLAT = 2;

/** What requests take in groups of 10 to 10,000 expenses: it must not depend on the size. */
export async function measureGrowth({ db }: CountedApi, writer: Person): Promise<Figure[]> {
  const groups: GroupHandle[] = [];
  for (const size of SIZES) groups.push(await grow(writer, db, size));

  const requests: [string, (group: GroupHandle) => Promise<unknown>][] = [
    ['first page of expenses', ({ id }) => writer.call('listExpenses', { params: { groupId: id }, query: { limit: 50 } })],
    [
      'post of an expense',
      (group) => writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), 'One more') }),
    ],
    ['snapshot', ({ id }) => writer.call('pullChanges', { params: { groupId: id } })],
  ];
  const figures: Figure[] = [];
  for (const [what, send] of requests) {
    const medians: number[] = [];
    for (const [index, group] of groups.entries()) {
      const value = median(await timed(RUNS, 5, () => send(group)));
      medians.push(value);
      figures.push({ what: `${SIZES[index]?.toLocaleString('en')} expenses: ${what}, median`, value, unit: 'ms' });
    }
    // The smallest group's page is not full: the second is the fair reference.
    figures.push({ what: `${what}: 10,000 expenses against 100`, value: (medians[3] ?? 0) / (medians[1] ?? 1), unit: '×', budget: FLAT });
  }
  return figures;
}

/** A group with that many expenses: one through the API, the rest as copies of what the API made of it. */
async function grow(writer: Person, firestore: Firestore, size: number): Promise<GroupHandle> {
  const group = await createGroup(writer, `Group of ${size}`);
  const first = randomUUID();
  const { nextSince } = await writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, first, 'The first') });
  const home = firestore.doc(`groups/${group.id}`);
  const expense = (await home.collection('expenses').doc(first).get()).data() ?? {};
  const [entry] = (await home.collection('activity').where('seq', '==', nextSince).get()).docs;
  const bulk = firestore.bulkWriter();
  for (let index = 1; index < size; index += 1) {
    const [id, mutationId, seq] = [randomUUID(), randomUUID(), nextSince + index];
    const state = {
      ...expense,
      id,
      seq,
      date: `2025-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    };
    void bulk.set(home.collection('expenses').doc(id), state);
    void bulk.set(home.collection('activity').doc(mutationId), {
      ...entry?.data(),
      id: mutationId,
      seq,
      entity: { kind: 'expense', state },
    });
  }
  await bulk.close();
  const balances = (await home.get()).get('balances.EUR') as Record<string, number>;
  await home.update({
    seq: nextSince + size - 1,
    expenseCount: size,
    'balances.EUR': Object.fromEntries(Object.entries(balances).map(([memberId, amount]) => [memberId, amount * size])),
  });
  return group;
}
