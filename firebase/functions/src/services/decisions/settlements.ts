import {
  differing,
  type Member,
  type NewSettlement,
  type Settlement,
  type SettlementEdit,
  withoutUndefined,
} from '@splitifyd/shared/contract';
import type { Change, Decide } from '../ledger.ts';
import type { StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';
import { moveBalances, settlementMovement } from './balances.ts';
import { requireVersion, touched } from './versions.ts';

/** Refuses an id that another mutation has used, and people who were never in the group. */
export const createSettlement =
  (body: NewSettlement): Decide<Member> =>
  ({ group, actor, settlement: existing }, { seq, at }): Change => {
    if (existing) throw new Problem('id-in-use');
    requireParties(group, body);
    const settlement: Settlement = {
      ...body,
      groupId: group.id,
      createdBy: actor.id,
      createdAt: at,
      updatedBy: actor.id,
      updatedAt: at,
      version: 1,
      seq,
      deletedAt: null,
    };
    return {
      group: {
        balances: moveBalances(group.balances, null, settlementMovement(settlement)),
        settlementCount: group.settlementCount + 1,
      },
      actorId: actor.id,
      action: 'settlement.created',
      fields: [],
      entity: { kind: 'settlement', state: settlement },
    };
  };

const EDITABLE = ['from', 'to', 'amount', 'currency', 'date', 'note'] as const satisfies (keyof SettlementEdit)[];

/** As with expenses, `fields` names what differs, and an edit that makes no difference is no change. */
export const updateSettlement =
  (edit: SettlementEdit, ifMatch: number | undefined): Decide<Member> =>
  (state, stamp): Change | null => {
    const before = requireVersion(state.settlement, ifMatch);
    const { group, actor } = state;
    const fields = differing(EDITABLE, edit, before);
    if (fields.length === 0) return null;
    const after: Settlement = { ...before, ...withoutUndefined(edit), ...touched(before, actor, stamp) };
    const movesMoney = fields.some((field) => field !== 'date' && field !== 'note');
    if (movesMoney) requireParties(group, after);
    return {
      group: movesMoney ? { balances: moveBalances(group.balances, settlementMovement(before), settlementMovement(after)) } : {},
      actorId: actor.id,
      action: 'settlement.updated',
      fields,
      entity: { kind: 'settlement', state: after },
    };
  };

/** Leaves a tombstone; the money is owed again. */
export const deleteSettlement =
  (ifMatch: number | undefined): Decide<Member> =>
  (state, stamp): Change => {
    const before = requireVersion(state.settlement, ifMatch);
    const { group, actor } = state;
    return {
      group: {
        balances: moveBalances(group.balances, settlementMovement(before), null),
        settlementCount: group.settlementCount - 1,
      },
      actorId: actor.id,
      action: 'settlement.deleted',
      fields: [],
      entity: { kind: 'settlement', state: { ...before, ...touched(before, actor, stamp), deletedAt: stamp.at } },
    };
  };

/** Whoever has a place in the ledger may settle, also after leaving: a debt does not end with a membership. */
function requireParties(group: StoredGroup, parties: Pick<Settlement, 'from' | 'to'>): void {
  const strangers = (['from', 'to'] as const).filter((side) => !Object.hasOwn(group.members, parties[side]));
  if (strangers.length === 0) return;
  throw new Problem('member-unavailable', { errors: strangers.map((path) => ({ path, message: 'never was a member of this group' })) });
}
