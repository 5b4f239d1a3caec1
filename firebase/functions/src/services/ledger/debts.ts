import { canonicalJson, type EntityState } from '@splitifyd/shared/contract';
import { addPairwise, pairwiseEffect, pairwiseSettlementEffect, type Transfer, type TransfersByCurrency } from '@splitifyd/shared/domain';
import type { DebtReader, SubjectState } from '../ports.ts';
import { invalidField } from '../problem.ts';
import type { Change, LedgerState } from './change.ts';
import type { RebuildDebts } from './debt-rebuild.ts';

/** All debts of a group lie in one document. A hundred members who all owe each other in one currency fit; it stays below 600 kB. */
export const MOST_DEBTS = 5_000;

/** What the debts become by a change, or undefined where the change leaves them alone. */
export type FollowDebts = (state: LedgerState<unknown>, change: Change, userId: string) => Promise<TransfersByCurrency | undefined>;

/**
 * Keeps the pairwise debts of groups that do not simplify. They are written with the change they follow from, under the same precondition, so
 * whoever read the group first and the debts afterwards either holds debts of that very group or fails to commit.
 *
 *   simplifies ── switched off: rebuild from the history ──▶ does not simplify ⟲ each change adds its own effect
 *        ▲                                                          │
 *        └──── switched on: the document is left to age ────────────┘
 */
export function createDebts(reader: Pick<DebtReader, 'get'>, rebuild: RebuildDebts): FollowDebts {
  return async (state, change, userId) => {
    const { group } = state;
    const simplifies = change.group.settings?.simplifyDebts ?? group.settings.simplifyDebts;
    if (simplifies) return undefined;
    if (group.settings.simplifyDebts) return bounded('settings.simplifyDebts', () => rebuild(group, userId));

    const before = debtsOf(state.found);
    const after = debtsOf(change.entity);
    if (canonicalJson(before) === canonicalJson(after)) return undefined;
    const debts = await reader.get(group.id);
    return bounded('amount', async () => {
      const without = before ? addPairwise(debts, before.currency, before.effect, -1) : debts;
      return after ? addPairwise(without, after.currency, after.effect, 1) : without;
    });
  };
}

interface DebtMovement {
  currency: string;
  effect: Transfer[];
}

function debtsOf(entity: EntityState | SubjectState | null): DebtMovement | null {
  if (entity?.kind !== 'expense' && entity?.kind !== 'settlement') return null;
  if (entity.state.deletedAt !== null) return null;
  const effect = entity.kind === 'expense' ? pairwiseEffect(entity.state) : pairwiseSettlementEffect(entity.state);
  return { currency: entity.state.currency, effect };
}

/** @throws Problem `invalid-request` at `path` where the debts are more, or one of them larger, than can be kept */
async function bounded(path: string, compute: () => Promise<TransfersByCurrency>): Promise<TransfersByCurrency> {
  try {
    const debts = await compute();
    const count = Object.values(debts).reduce((sum, transfers) => sum + transfers.length, 0);
    if (count > MOST_DEBTS) throw invalidField(path, 'more debts between two people than a group without simplification can hold');
    return debts;
  } catch (cause) {
    // The domain's way to say that a debt would leave the range in which integers are exact.
    if (cause instanceof RangeError) throw invalidField(path, 'a debt between two people would become too large');
    throw cause;
  }
}
