import type { ChangesPage, Departure, ParsedBody } from '@splitifyd/shared/contract';
import { removeMember } from './decisions/leaving.ts';
import { addMember, updateMember } from './decisions/members.ts';
import type { Mutation } from './ledger/change.ts';
import type { Ledger } from './ledger/ledger.ts';

export type MemberService = ReturnType<typeof createMemberService>;

export const createMemberService = (ledger: Ledger) => ({
  add: (groupId: string, body: ParsedBody<'addMember'>, mutation: Mutation): Promise<ChangesPage> =>
    ledger.change({ endpoint: 'addMember', groupId }, mutation, addMember(body)),

  update: (groupId: string, memberId: string, edit: ParsedBody<'updateMember'>, mutation: Mutation): Promise<ChangesPage> =>
    ledger.change({ endpoint: 'updateMember', groupId }, mutation, updateMember(memberId, edit)),

  remove: (groupId: string, memberId: string, mutation: Mutation): Promise<Departure> =>
    ledger.depart({ endpoint: 'removeMember', groupId }, mutation, removeMember(memberId)),
});
