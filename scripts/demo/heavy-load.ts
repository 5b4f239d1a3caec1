import { randomUUID } from 'node:crypto';
import { LONG_NAMES } from './long-names.ts';
import { asPerson, type Person } from './person.ts';
import type { DemoPerson, SeedOptions } from './seed.ts';

/** Somebody with very much of everything, and somebody with nothing. */
export const HEAVY_USER: DemoPerson = { name: LONG_NAMES.members[0], email: 'maximiliana@example.test', password: 'demo-heavy-1' };
export const NEWCOMER: DemoPerson = { name: 'Nele Birk', email: 'nele.birk@example.test', password: 'demo-nele-1' };

/** Of a link into the group with the long names. */
export const INVITE_TOKEN = 'pictures-only-0123456789';

const CURRENCIES = ['EUR', 'EUR', 'EUR', 'JPY', 'KWD'] as const;
const CATEGORIES = ['food', 'groceries', 'transport', 'lodging', 'leisure'] as const;
const DAY_MS = 86_400_000;

/** Adds what the demo does not show: long names, many members, a long history in three currencies. Seconds a thousand expenses. */
export async function seedHeavyLoad({ apiUrl, authUrl, log }: SeedOptions, expenses: number): Promise<void> {
  const { name, email, password } = HEAVY_USER;
  const owner = await asPerson(authUrl, apiUrl, { email, password, displayName: name });
  await asPerson(authUrl, apiUrl, { email: NEWCOMER.email, password: NEWCOMER.password, displayName: NEWCOMER.name });
  const crowd = Array.from({ length: 49 }, (_, index) => `Neighbour ${index + 1}`);
  await createGroup(owner, LONG_NAMES.crowd, crowd);
  const group = await createGroup(owner, LONG_NAMES.group, LONG_NAMES.members.slice(1));
  await owner.call('createInvite', { params: { groupId: group.groupId }, body: { token: INVITE_TOKEN } });
  for (let index = 0; index < expenses; index++) {
    await owner.call('createExpense', { params: { groupId: group.groupId }, body: expense(index, group.memberIds) });
  }
  log(`Created the group "${LONG_NAMES.group}" with ${expenses} expenses`);
}

async function createGroup(owner: Person, name: string, others: readonly string[]) {
  const groupId = randomUUID();
  const memberIds = [randomUUID(), ...others.map(() => randomUUID())];
  const [ownId = '', ...otherIds] = memberIds;
  await owner.call('createGroup', { body: { id: groupId, name, currency: 'EUR', member: { id: ownId, displayName: owner.displayName } } });
  for (const [index, id] of otherIds.entries()) {
    await owner.call('addMember', { params: { groupId }, body: { id, displayName: others[index] ?? '' } });
  }
  return { groupId, memberIds };
}

/** Different from its neighbours, and the same at every run. */
function expense(index: number, memberIds: readonly string[]) {
  const nth = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;
  const currency = nth(CURRENCIES, index);
  // In dinars, so much that figures and words do not fit beside each other on a phone.
  const amount = (100 + ((index * 7919) % 250_000)) * (currency === 'KWD' ? 10_000 : 1);
  const date = new Date(Date.now() - Math.floor(index / 3) * DAY_MS).toISOString().slice(0, 10);
  return {
    id: randomUUID(),
    description: index % 9 === 1 ? LONG_NAMES.expense : `Supper no. ${index + 1}`,
    date,
    amount,
    currency,
    category: nth(CATEGORIES, index),
    payers: { [nth(memberIds, index * 5)]: amount },
    split: { mode: 'equal' as const, entries: Object.fromEntries(memberIds.map((id) => [id, 1])) },
  };
}
