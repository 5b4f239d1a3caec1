import { type LedgerRow, type Member, movesMoney } from '@splitifyd/shared/contract';
import type { Change } from '../ledger/change.ts';
import type { StoredGroup } from '../ports.ts';
import { moveBalances, movementOf } from './balances.ts';
import { withTraces } from './places.ts';

const COUNTERS = { expense: 'expenseCount', settlement: 'settlementCount' } as const;

/** What becomes of a group by a row that is made (there was none `before`), edited, or deleted (`after` is a tombstone). */
export function ledgerChange(
  { group, actor }: { group: StoredGroup; actor: Member },
  { before, after, fields = [] }: { before: LedgerRow | null; after: LedgerRow; fields?: string[] },
): Change {
  const taken = before && movementOf(before);
  const added = movementOf(after);
  const isEdit = taken !== null && added !== null;
  const moves = !isEdit || movesMoney(after.kind, fields);
  const counter = COUNTERS[after.kind];
  return {
    group: {
      ...(moves && { balances: moveBalances(group.balances, taken, added) }),
      ...withTraces(group, after, actor.id),
      ...(!isEdit && { [counter]: group[counter] + (added ? 1 : -1) }),
    },
    actorId: actor.id,
    action: `${after.kind}.${isEdit ? 'updated' : added ? 'created' : 'deleted'}`,
    fields,
    entity: after,
  };
}
