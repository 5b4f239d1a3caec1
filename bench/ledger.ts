import { randomUUID } from 'node:crypto';
import type { RequestBody } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import type { Person } from '../scripts/demo/person.ts';
import type { ExpenseDraft } from '../webapp-v2/src/local-db/ledger.ts';

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

export function expenseDraft(group: GroupHandle, description: string): ExpenseDraft {
  const payer = group.memberIds[0] ?? '';
  const amount = minor(1234);
  return {
    description,
    date: '2026-05-04',
    amount,
    currency: 'EUR',
    payers: { [payer]: amount },
    split: { mode: 'equal', entries: Object.fromEntries(group.memberIds.map((memberId) => [memberId, 1])) },
    category: 'general',
    note: '',
  };
}

export const expenseBody = (group: GroupHandle, id: string, description: string): RequestBody<'createExpense'> => ({
  id,
  ...expenseDraft(group, description),
});
