import { randomUUID } from 'node:crypto';
import type { RequestBody } from '@splitifyd/shared/contract';
import type { DemoPerson } from '../demo/seed.ts';
import type { Elsewhere } from './scene.ts';

/** Two people whose groups are made for one scene each, so that whatever happens to these shows in no other picture. */
export const LODGER: DemoPerson = { name: 'Ines Rautio', email: 'ines.rautio@example.test', password: 'demo-ines-1' };
export const LANDLORD: DemoPerson = { name: 'Caspar Munk', email: 'caspar.munk@example.test', password: 'demo-caspar-1' };

export const PLACEHOLDER = 'Pelle Quist';
export const LODGING = 'Garden shed';

interface LodgingOptions {
  /** Of the lodger. */
  role?: 'member' | 'viewer';
  simplifyDebts?: boolean;
  /** Without any the lodger owes nothing, and can be removed. */
  expenses?: readonly Partial<RequestBody<'createExpense'>>[];
}

export const TIMBER = { description: 'Timber and screws', amount: 8_400 };

/** A group of the landlord, the lodger and a placeholder; gives what the landlord may do to it meanwhile. */
export async function lodging(elsewhere: Elsewhere, { role = 'member', simplifyDebts = true, expenses = [TIMBER] }: LodgingOptions = {}) {
  const [landlord, lodger] = await Promise.all([elsewhere(LANDLORD), elsewhere(LODGER)]);
  const [groupId, landlordId, lodgerId, placeholderId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [params, token] = [{ groupId }, randomUUID()];
  const member = { id: landlordId, displayName: LANDLORD.name };
  await landlord.call('createGroup', { body: { id: groupId, name: LODGING, currency: 'EUR', member } });
  await landlord.call('addMember', { params, body: { id: placeholderId, displayName: PLACEHOLDER } });
  await landlord.call('createInvite', { params, body: { token, role } });
  await lodger.call('acceptInvite', { body: { token, member: { id: lodgerId, displayName: LODGER.name } } });
  if (!simplifyDebts) await landlord.call('updateGroup', { params, version: 1, body: { settings: { simplifyDebts } } });

  /** Paid by the landlord and split equally among all, unless told. */
  const spend = async (given: Partial<RequestBody<'createExpense'>>) => {
    const id = randomUUID();
    const { amount = TIMBER.amount } = given;
    const body = {
      id,
      description: TIMBER.description,
      category: 'household',
      date: new Date().toISOString().slice(0, 10),
      amount,
      currency: 'EUR',
      payers: { [landlordId]: amount },
      split: { mode: 'equal' as const, entries: { [landlordId]: 1, [lodgerId]: 1, [placeholderId]: 1 } },
      ...given,
    };
    await landlord.call('createExpense', { params, body });
    return { expenseId: id };
  };
  const spent = [];
  for (const expense of expenses) spent.push(await spend(expense));

  return {
    path: `/groups/${groupId}`,
    spent,
    spend,
    unspend: ({ expenseId }: { expenseId: string }) => landlord.call('deleteExpense', { params: { groupId, expenseId }, version: 1 }),
    removeLodger: () => landlord.call('removeMember', { params: { groupId, memberId: lodgerId }, version: 1 }),
    removePlaceholder: () => landlord.call('removeMember', { params: { groupId, memberId: placeholderId }, version: 1 }),
  };
}
