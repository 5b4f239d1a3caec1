import { randomUUID } from 'node:crypto';
import { DEMO_GROUPS, type DemoExpense, type DemoGroup } from './demo-groups.ts';
import { asPerson, type Person } from './person.ts';

export interface DemoPerson {
  name: string;
  email: string;
  password: string;
}

/** Invented people; the reserved domain `example.test` cannot receive mail. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: 'Mara Linde', email: 'mara.linde@example.test', password: 'demo-mara-1' },
  { name: 'Tobin Feld', email: 'tobin.feld@example.test', password: 'demo-tobin-1' },
  { name: 'Suri Okano', email: 'suri.okano@example.test', password: 'demo-suri-1' },
];

export interface SeedOptions {
  /** Such as `http://127.0.0.1:5002/api/v1`. */
  apiUrl: string;
  /** The Auth emulator, such as `http://127.0.0.1:9099`. */
  authUrl: string;
  log: (line: string) => void;
}

type MemberIds = Record<string, string>;

/** Fills empty emulators with what the demo shows, through the API as its users would. @throws when the API or the Auth emulator refuses. */
export async function seed({ apiUrl, authUrl, log }: SeedOptions): Promise<void> {
  const people = new Map<string, Person>();
  for (const { name, email, password } of DEMO_PEOPLE) {
    people.set(name, await asPerson(authUrl, apiUrl, { email, password, displayName: name }));
  }
  log(`Created ${people.size} demo accounts`);
  for (const group of DEMO_GROUPS) {
    await seedGroup(group, people);
    log(`Created the group "${group.name}" with ${group.expenses.length} expenses`);
  }
}

async function seedGroup(demo: DemoGroup, people: ReadonlyMap<string, Person>): Promise<void> {
  const personOf = (name: string) => people.get(name) ?? fail(`The demo has no account named ${name}`);
  const groupId = randomUUID();
  const names = [...demo.accounts, ...demo.placeholders];
  const ids: MemberIds = Object.fromEntries(names.map((name) => [name, randomUUID()]));
  const idOf = (name: string) => ids[name] ?? fail(`${name} is not in the group ${demo.name}`);
  const member = (name: string) => ({ id: idOf(name), displayName: name });

  const [creator, ...guests] = demo.accounts;
  const owner = personOf(creator);
  const { name, description, currency } = demo;
  await owner.call('createGroup', { body: { id: groupId, name, description, currency, member: member(creator) } });
  for (const placeholder of demo.placeholders) await owner.call('addMember', { params: { groupId }, body: member(placeholder) });
  for (const guest of guests) {
    const token = randomUUID().replaceAll('-', '');
    await owner.call('createInvite', { params: { groupId }, body: { token } });
    await personOf(guest).call('acceptInvite', { body: { token, member: member(guest) } });
  }
  for (const expense of demo.expenses)
    await owner.call('createExpense', { params: { groupId }, body: expenseBody(expense, currency, idOf) });
  for (const { daysAgo, from, to, amount, note } of demo.payments ?? []) {
    const body = { id: randomUUID(), from: idOf(from), to: idOf(to), amount, currency, date: dateOf(daysAgo), note };
    await owner.call('createSettlement', { params: { groupId }, body });
  }
}

const dateOf = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

function expenseBody(expense: DemoExpense, groupCurrency: string, idOf: (name: string) => string) {
  const { description, category, amount, paidBy, split } = expense;
  const byId = (entries: Record<string, number>) => Object.fromEntries(Object.entries(entries).map(([name, value]) => [idOf(name), value]));
  return {
    id: randomUUID(),
    description,
    category,
    amount,
    currency: expense.currency ?? groupCurrency,
    date: dateOf(expense.daysAgo),
    payers: byId(typeof paidBy === 'string' ? { [paidBy]: amount } : paidBy),
    split: { mode: split.mode, entries: byId(split.entries) },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
