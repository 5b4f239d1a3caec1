import type { ActivityEntry, Group, Member, NewGroup } from '@splitifyd/shared/contract';
import type { Mutation } from '../ledger.ts';
import type { LedgerEntry, Receipt, StoredGroup } from '../ports.ts';

interface CreatedGroup {
  group: StoredGroup;
  record: LedgerEntry;
  receipt: Receipt;
}

/** What an entry about the group itself tells of it. */
export const groupState = ({ name, description, currency, settings, version }: Group) => ({
  name,
  description,
  currency,
  settings,
  version,
});

/** A group with its creator as administrator. Its creation is the first change of its history: `seq` 1. */
export function createGroup({ id, name, description, currency, member }: NewGroup, mutation: Mutation, at: number): CreatedGroup {
  const creator: Member = {
    ...member,
    role: 'admin',
    status: 'active',
    userId: mutation.userId,
    version: 1,
    joinedSeq: 1,
    leftSeq: null,
    leftAt: null,
  };
  const group: StoredGroup = {
    id,
    name,
    description,
    currency,
    settings: { simplifyDebts: true },
    members: { [creator.id]: creator },
    balances: {},
    seq: 1,
    version: 1,
    expenseCount: 0,
    createdAt: at,
    lastActivityAt: at,
    deletedAt: null,
    userIds: [mutation.userId],
    floorSeq: 0,
    settlementCount: 0,
  };
  const entry: ActivityEntry = {
    id: mutation.id,
    seq: 1,
    at,
    actorId: creator.id,
    action: 'group.created',
    fields: [],
    entity: { kind: 'group', state: groupState(group) },
  };
  return {
    group,
    record: { entry, actorUserId: mutation.userId, requestHash: mutation.requestHash },
    receipt: receiptFor(mutation, { kind: 'group', groupId: id, seq: 1 }, at),
  };
}
