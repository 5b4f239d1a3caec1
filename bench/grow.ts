import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import type { Person } from '../scripts/demo/person.ts';
import { createGroup, expenseBody, type GroupHandle } from './ledger.ts';

/** A group with that many expenses: one through the API, the rest as copies of what the API made of it. */
export async function grow(writer: Person, firestore: Firestore, size: number): Promise<GroupHandle> {
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
