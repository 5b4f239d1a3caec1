import { randomUUID } from 'node:crypto';
import { type Minor, minor } from '../../packages/shared/src/domain/index.ts';
import type { Person } from './api-client.ts';
import type { Backend } from './backend.ts';

/** A group of one account and its own place in the ledger, to begin a test with. */
export interface Household {
  groupId: string;
  owner: Person;
  ownerId: string;
}

export async function foundHousehold(
  backend: Backend,
  { owner, name = 'Lindenhof' }: { owner?: Person; name?: string } = {},
): Promise<Household> {
  const person = owner ?? (await backend.signUp());
  const [groupId, ownerId] = [randomUUID(), randomUUID()];
  await backend.call('createGroup', {
    as: person,
    body: { id: groupId, name, currency: 'EUR', member: { id: ownerId, displayName: 'Mara' } },
  });
  return { groupId, owner: person, ownerId };
}

export async function addPlaceholder(backend: Backend, { groupId, owner }: Household, displayName = 'Jonte'): Promise<string> {
  const id = randomUUID();
  await backend.call('addMember', { as: owner, params: { groupId }, body: { id, displayName } });
  return id;
}

export const newToken = () => randomUUID().replaceAll('-', '');

/** Lets a new account in and answers who that is. */
export async function letIn(backend: Backend, { groupId, owner }: Household, role: 'viewer' | 'member' = 'member') {
  const person = await backend.signUp();
  const token = newToken();
  const memberId = randomUUID();
  await backend.call('createInvite', { as: owner, params: { groupId }, body: { token, role } });
  await backend.call('acceptInvite', { as: person, body: { token, member: { id: memberId, displayName: 'Tove' } } });
  return { person, memberId };
}

/** An expense that `payer` paid for everybody in `among`. */
export function bill(payer: string, among: readonly string[], cents = 1000) {
  const amount: Minor = minor(cents);
  return {
    id: randomUUID(),
    description: 'Groceries',
    date: '2026-03-14',
    amount,
    currency: 'EUR',
    payers: { [payer]: amount },
    split: { mode: 'equal' as const, entries: Object.fromEntries(among.map((id) => [id, 1])) },
  };
}

export function payment(from: string, to: string, cents = 500) {
  return { id: randomUUID(), from, to, amount: minor(cents), currency: 'EUR', date: '2026-03-14' };
}
