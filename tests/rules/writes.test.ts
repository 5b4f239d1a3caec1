import { assertFails } from '@firebase/rules-unit-testing';
import { deleteDoc, doc, setDoc, updateDoc, writeBatch } from 'firebase/firestore';
import { afterAll, beforeAll, test } from 'vitest';
import { DOCUMENTS, type GuardedDatabase, PEOPLE, type Person, startGuardedDatabase } from './guarded-database.ts';

const EVERYBODY = Object.keys(PEOPLE) as Person[];
const CASES = Object.keys(DOCUMENTS).flatMap((path) => EVERYBODY.map((person) => ({ path, person })));

let database: GuardedDatabase;
beforeAll(async () => {
  database = await startGuardedDatabase();
});
afterAll(() => database.close());

const claimedBy = (person: Person) => ({ userIds: [PEOPLE[person]], affectedUsers: [PEOPLE[person]], seq: 1 });

test.for(CASES)('[RUL4] $person may not create a neighbour of $path', async ({ path, person }) => {
  await assertFails(setDoc(doc(database.as(person), `${path}-new`), claimedBy(person)));
});

test.for(CASES)('[RUL4] $person may not change, replace or delete $path', async ({ path, person }) => {
  const document = doc(database.as(person), path);
  await assertFails(updateDoc(document, claimedBy(person)));
  await assertFails(setDoc(document, claimedBy(person)));
  await assertFails(setDoc(document, claimedBy(person), { merge: true }));
  await assertFails(deleteDoc(document));
});

test.for(EVERYBODY)('[RUL4] %s may not make their own profile', async (person) => {
  await assertFails(setDoc(doc(database.as(person), 'users', PEOPLE[person] ?? 'anybody'), { displayName: 'Somebody' }));
});

test('[RUL4] a batch is no way around', async () => {
  const batch = writeBatch(database.as('member'));
  batch.update(doc(database.as('member'), 'groups/g1'), { balances: {} });
  batch.set(doc(database.as('member'), 'groups/g1/activity/a2'), { seq: 10 });
  await assertFails(batch.commit());
});
