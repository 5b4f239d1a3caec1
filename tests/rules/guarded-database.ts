import { readFileSync } from 'node:fs';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, type Firestore, setDoc, setLogLevel } from 'firebase/firestore';
import { inject } from 'vitest';

/** Who asks. `null` is somebody who has not signed in. */
export const PEOPLE = {
  nobody: null,
  outsider: 'uid-outsider',
  member: 'uid-member',
  removed: 'uid-removed',
  'admin of another group': 'uid-other-admin',
} as const;
export type Person = keyof typeof PEOPLE;

const { member, removed } = PEOPLE;
const otherAdmin = PEOPLE['admin of another group'];

interface Document {
  data: Record<string, unknown>;
  /** Who may get it. Everybody else, and whoever is in no list here, is refused. */
  readers: Person[];
}

/** One document of every collection there is, and of two that nobody has thought of yet. */
export const DOCUMENTS: Readonly<Record<string, Document>> = {
  [`users/${member}`]: { data: { displayName: 'Mara Linde' }, readers: ['member'] },
  [`users/${member}/mutations/m1`]: { data: { groupId: 'g1' }, readers: [] },
  [`users/${member}/departures/g9`]: { data: { groupId: 'g9', leftAt: 5 }, readers: [] },
  'groups/g1': { data: { name: 'Ferns', userIds: [member], members: {}, seq: 9 }, readers: ['member'] },
  'groups/g1/expenses/e1': { data: { amount: 100, userIds: [member] }, readers: [] },
  'groups/g1/settlements/s1': { data: { amount: 100, userIds: [member] }, readers: [] },
  'groups/g1/pairwise/debts': { data: { debts: {}, userIds: [member] }, readers: [] },
  'groups/g1/activity/a1': { data: { seq: 9, actorUserId: member }, readers: [] },
  'groups/g1/forgotten/m9': { data: { seq: 9, userIds: [member] }, readers: [] },
  'groups/g1/unlisted/x1': { data: { userIds: [member], affectedUsers: [member] }, readers: [] },
  'groups/g2': { data: { name: 'Moss', userIds: [otherAdmin], members: {}, seq: 3 }, readers: ['admin of another group'] },
  'group-changes/g1': { data: { groupId: 'g1', seq: 9, timestamp: 9, affectedUsers: [member] }, readers: ['member'] },
  'group-changes/farewell': {
    data: { groupId: 'farewell', seq: 8, timestamp: 8, affectedUsers: [member, removed] },
    readers: ['member', 'removed'],
  },
  'expense-changes/g1': { data: { groupId: 'g1', seq: 9, timestamp: 9, affectedUsers: [member] }, readers: ['member'] },
  'invites/i1': { data: { groupId: 'g1', userIds: [member], affectedUsers: [member] }, readers: [] },
  'streaming-metrics/s1': { data: { deleted: 1 }, readers: [] },
  'metric-samples/s1': { data: { userId: member }, readers: [] },
  'config/epoch': { data: { id: 'now' }, readers: [] },
  'unlisted/x1': { data: { userIds: [member], affectedUsers: [member] }, readers: [] },
};

/** A database of its own with the rules in front, so that nothing else in the emulator is touched. */
export async function startGuardedDatabase() {
  setLogLevel('silent');
  const { host, ports } = inject('emulators');
  const rules = readFileSync(new URL('../../firestore.rules', import.meta.url), 'utf8');
  const environment = await initializeTestEnvironment({
    projectId: 'demo-splitifyd-rules',
    firestore: { host, port: ports.firestore, rules },
  });
  await environment.withSecurityRulesDisabled(async (context) => {
    const firestore = modular(context);
    for (const [path, { data }] of Object.entries(DOCUMENTS)) await setDoc(doc(firestore, path), data);
  });
  const connections = new Map<Person, Firestore>();

  return {
    as(person: Person): Firestore {
      const uid = PEOPLE[person];
      const known = connections.get(person);
      if (known !== undefined) return known;
      const firestore = modular(uid === null ? environment.unauthenticatedContext() : environment.authenticatedContext(uid));
      connections.set(person, firestore);
      return firestore;
    },
    close: () => environment.cleanup(),
  };
}

export type GuardedDatabase = Awaited<ReturnType<typeof startGuardedDatabase>>;

/** The package hands out the older interface's type; the object serves both. */
const modular = (context: ReturnType<RulesTestEnvironment['unauthenticatedContext']>): Firestore =>
  context.firestore() as unknown as Firestore;
