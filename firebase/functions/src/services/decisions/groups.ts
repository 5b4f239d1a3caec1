import {
  type ActivityEntry,
  differing,
  type Group,
  type Member,
  type NewGroup,
  type ParsedBody,
  withoutUndefined,
} from '@splitifyd/shared/contract';
import type { Change, Decide, Mutation, Stamp } from '../ledger/change.ts';
import { receiptFor } from '../ledger/receipts.ts';
import { visible } from '../membership.ts';
import type { LedgerEntry, Receipt, StoredGroup } from '../ports.ts';
import { requireSeen } from './versions.ts';

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
    openInvites: {},
    traceless: [],
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

const EDITABLE = ['name', 'description', 'currency', 'settings'] as const;

/** Edits the group's own fields. `version` counts these edits only, so that everyday changes make nobody's edit stale. */
export const updateGroup =
  (edit: ParsedBody<'updateGroup'>): Decide<Member> =>
  ({ group, actor, ifMatch }) => {
    requireSeen(group, ifMatch, visible(group));
    const fields = differing(EDITABLE, edit, group);
    if (fields.length === 0) return null;
    const changes = { ...withoutUndefined(edit), version: group.version + 1 };
    return {
      group: changes,
      actorId: actor.id,
      action: 'group.updated',
      fields,
      entity: { kind: 'group', state: groupState({ ...group, ...changes }) },
    };
  };

/** The last change of a group's history: nobody is in it any more, and nothing of it is told to anybody. */
export const endOfGroup = (group: StoredGroup, members: readonly Member[], actorId: string, { at }: Stamp): Change => ({
  group: { members: Object.fromEntries(members.map((member) => [member.id, member])), userIds: [], deletedAt: at },
  actorId,
  action: 'group.deleted',
  fields: [],
  entity: { kind: 'group', state: groupState(group) },
});
