import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { collection, collectionGroup, doc, documentId, getDoc, getDocs, limit, orderBy, query, where } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENTS, type GuardedDatabase, PEOPLE, type Person, startGuardedDatabase } from './guarded-database.ts';

const EVERYBODY = Object.keys(PEOPLE) as Person[];
const COLLECTIONS = [...new Set(Object.keys(DOCUMENTS).map((path) => path.slice(0, path.lastIndexOf('/'))))];

let database: GuardedDatabase;
beforeAll(async () => {
  database = await startGuardedDatabase();
});
afterAll(() => database.close());

describe('getting one document', () => {
  const cases = Object.entries(DOCUMENTS).flatMap(([path, { readers }]) =>
    EVERYBODY.map((person) => ({ path, person, answer: readers.includes(person) ? 'given' : 'refused' })),
  );
  test.for(cases)('[RUL1] $path is $answer to $person', async ({ path, person, answer }) => {
    const asked = getDoc(doc(database.as(person), path));
    if (answer === 'refused') return assertFails(asked);
    expect((await assertSucceeds(asked)).data()).toEqual(DOCUMENTS[path]?.data);
  });

  test.for(['groups/none', 'group-changes/none', 'expense-changes/none'])('[RUL3] %s, which does not exist, is refused', async (path) => {
    await assertFails(getDoc(doc(database.as('member'), path)));
  });

  test('[RUL1] a profile that does not exist yet may be asked for by its owner', async () => {
    await assertSucceeds(getDoc(doc(database.as('outsider'), 'users', PEOPLE.outsider)));
  });
});

describe('listing', () => {
  const everyCollection = COLLECTIONS.flatMap((path) => EVERYBODY.map((person) => ({ path, person })));
  test.for(everyCollection)('[RUL2] $path as a whole is refused to $person', async ({ path, person }) => {
    await assertFails(getDocs(collection(database.as(person), path)));
    await assertFails(getDocs(query(collection(database.as(person), path), limit(1))));
  });

  const ASKING_FOR_ONESELF = [
    { path: 'groups', field: 'userIds', found: { member: ['g1'], 'admin of another group': ['g2'] } },
    { path: 'group-changes', field: 'affectedUsers', found: { member: ['g1', 'farewell'], removed: ['farewell'] } },
    { path: 'expense-changes', field: 'affectedUsers', found: { member: ['g1'] } },
  ] satisfies { path: string; field: string; found: Partial<Record<Person, string[]>> }[];

  describe.for(ASKING_FOR_ONESELF)('$path', ({ path, field, found }) => {
    const findable: Partial<Record<Person, string[]>> = found;

    test.for(EVERYBODY)('[RUL3] gives %s, asking for oneself, their own and no more', async (person) => {
      const uid = PEOPLE[person] ?? 'anybody';
      const asked = getDocs(query(collection(database.as(person), path), where(field, 'array-contains', uid)));
      if (person === 'nobody') return assertFails(asked);
      const ids = (await assertSucceeds(asked)).docs.map(({ id }) => id);
      expect(ids.sort()).toEqual([...(findable[person] ?? [])].sort());
    });

    test.for(EVERYBODY.filter((person) => person !== 'member'))('[RUL3] refuses %s, asking for somebody else', async (person) => {
      await assertFails(getDocs(query(collection(database.as(person), path), where(field, 'array-contains', PEOPLE.member))));
    });

    test('[RUL3] a document that does not exist is refused by its id, even to who asks for their own', async () => {
      const byId = query(collection(database.as('member'), path), where(documentId(), '==', 'none'));
      await assertFails(getDocs(byId));
      await assertFails(getDocs(query(byId, where(field, 'array-contains', PEOPLE.member))));
    });

    test('[RUL3] a document that does not exist is no refusal where its group is asked for by field', async () => {
      const byField = query(collection(database.as('member'), path), where('groupId', '==', 'none'));
      await assertFails(getDocs(byField));
      const asMine = query(byField, where(field, 'array-contains', PEOPLE.member));
      expect((await assertSucceeds(getDocs(asMine))).size).toBe(0);
    });
  });

  test('[RUL3] the queries that the page listens to are allowed', async () => {
    const firestore = database.as('member');
    const mine = where('affectedUsers', 'array-contains', PEOPLE.member);
    const newestPokes = query(collection(firestore, 'group-changes'), mine, orderBy('timestamp', 'desc'), limit(25));
    expect((await assertSucceeds(getDocs(newestPokes))).docs.map(({ id }) => id)).toEqual(['g1', 'farewell']);
    const expensePokes = query(collection(firestore, 'expense-changes'), where('groupId', '==', 'g1'), mine);
    expect((await assertSucceeds(getDocs(expensePokes))).size).toBe(1);
  });

  const UNLISTABLE = COLLECTIONS.filter((path) => !ASKING_FOR_ONESELF.some((listed) => listed.path === path));
  test.for(UNLISTABLE)('[RUL2] %s stays refused to a member who asks for their own', async (path) => {
    for (const field of ['userIds', 'affectedUsers']) {
      await assertFails(getDocs(query(collection(database.as('member'), path), where(field, 'array-contains', PEOPLE.member))));
    }
  });

  test.for(['expenses', 'settlements', 'activity', 'pairwise', 'forgotten', 'mutations', 'departures', 'unlisted'])(
    '[RUL2] %s of all parents at once are refused',
    async (name) => {
      for (const person of EVERYBODY) await assertFails(getDocs(collectionGroup(database.as(person), name)));
    },
  );
});
