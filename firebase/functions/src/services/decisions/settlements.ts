import {
  differing,
  editedSettlement,
  type LedgerRow,
  type Member,
  movesMoney,
  type NewSettlement,
  type Settlement,
  type SettlementEdit,
  settlementOf,
  tombstone,
} from '@splitifyd/shared/contract';
import type { Change, Decide, LedgerState } from '../ledger/change.ts';
import type { StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';
import { ledgerChange } from './ledger-change.ts';
import { requireVersion } from './versions.ts';

const row = (state: Settlement): LedgerRow => ({ kind: 'settlement', state });

const stored = ({ found }: LedgerState<Member>): Settlement | null => (found?.kind === 'settlement' ? found.state : null);

/** Refuses an id that another mutation has used, and people who were never in the group. */
export const createSettlement =
  (body: NewSettlement): Decide<Member> =>
  (state, stamp): Change => {
    if (state.found) throw new Problem('id-in-use');
    const { group, actor } = state;
    requireParties(group, body);
    return ledgerChange(state, { before: null, after: row(settlementOf(body, group.id, { by: actor.id, ...stamp })) });
  };

const EDITABLE = ['from', 'to', 'amount', 'currency', 'date', 'note'] as const satisfies (keyof SettlementEdit)[];

/** As with expenses, `fields` names what differs, and an edit that makes no difference is no change. */
export const updateSettlement =
  (edit: SettlementEdit): Decide<Member> =>
  (state, stamp): Change | null => {
    const before = requireVersion(stored(state), state.ifMatch);
    const fields = differing(EDITABLE, edit, before);
    if (fields.length === 0) return null;
    const after = editedSettlement(before, edit, { by: state.actor.id, ...stamp });
    if (movesMoney('settlement', fields)) requireParties(state.group, after);
    return ledgerChange(state, { before: row(before), after: row(after), fields });
  };

/** Leaves a tombstone; the money is owed again. */
export const deleteSettlement: Decide<Member> = (state, stamp): Change => {
  const before = requireVersion(stored(state), state.ifMatch);
  return ledgerChange(state, { before: row(before), after: row(tombstone(before, { by: state.actor.id, ...stamp })) });
};

/** Whoever has a place in the ledger may settle, also after leaving: a debt does not end with a membership. */
function requireParties(group: StoredGroup, parties: Pick<Settlement, 'from' | 'to'>): void {
  const strangers = (['from', 'to'] as const).filter((side) => !Object.hasOwn(group.members, parties[side]));
  if (strangers.length === 0) return;
  throw new Problem('member-unavailable', { errors: strangers.map((path) => ({ path, message: 'never was a member of this group' })) });
}
