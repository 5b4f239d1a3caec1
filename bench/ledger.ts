import { randomUUID } from 'node:crypto';
import type { RequestBody } from '@splitifyd/shared/contract';
import type { Person } from '../scripts/person.ts';

/** A group as the bench uses it: its id and the members who share its expenses. */
export interface GroupHandle {
  id: string;
  name: string;
  memberIds: string[];
}

/** A group of its creator and two placeholders. */
export async function createGroup(owner: Person, name: string): Promise<GroupHandle> {
  const id = randomUUID();
  const ownId = randomUUID();
  await owner.call('createGroup', { body: { id, name, currency: 'EUR', member: { id: ownId, displayName: owner.displayName } } });
  const memberIds = [ownId];
  for (const displayName of ['Juno Park', 'Ivo Reed']) {
    const memberId = randomUUID();
    await owner.call('addMember', { params: { groupId: id }, body: { id: memberId, displayName } });
    memberIds.push(memberId);
  }
  return { id, name, memberIds };
}

/** Lets somebody else join by an invitation; gives their member id. */
export async function admit(owner: Person, guest: Person, group: GroupHandle): Promise<string> {
  const token = randomUUID().replaceAll('-', '');
  await owner.call('createInvite', { params: { groupId: group.id }, body: { token } });
  const id = randomUUID();
  await guest.call('acceptInvite', { body: { token, member: { id, displayName: guest.displayName } } });
  return id;
}

export function expenseBody(group: GroupHandle, id: string, description: string): RequestBody<'createExpense'> {
  const payer = group.memberIds[0] ?? '';
  return {
    id,
    description,
    date: '2026-05-04',
    amount: 1234,
    currency: 'EUR',
    payers: { [payer]: 1234 },
    split: { mode: 'equal', entries: Object.fromEntries(group.memberIds.map((memberId) => [memberId, 1])) },
  };
}
