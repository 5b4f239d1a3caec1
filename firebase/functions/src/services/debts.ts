import type { EntityState } from '@splitifyd/shared/contract';
import {
  addPairwise,
  pairwiseDebts,
  pairwiseEffect,
  pairwiseSettlementEffect,
  type Transfer,
  type TransfersByCurrency,
} from '@splitifyd/shared/domain';
import type { Change, LedgerState } from './ledger.ts';
import type { DebtReader, StoredGroup } from './ports.ts';
import { invalidField } from './problem.ts';
import { canonicalJson } from './request-hash.ts';

/** A rebuild reads the whole history; beyond this many expenses and settlements it would take longer than a request may. */
export const LARGEST_REBUILD = 5_000;

/** All debts of a group lie in one document. A hundred members who all owe each other in one currency fit; it stays below 600 kB. */
export const MOST_DEBTS = 5_000;

/** What the debts become by a change, or undefined where the change leaves them alone. */
export type FollowDebts = (state: LedgerState<unknown>, change: Change) => Promise<TransfersByCurrency | undefined>;

/**
 * Keeps the pairwise debts of groups that do not simplify. They are written with the change they follow from, under the same precondition, so
 * whoever read the group first and the debts afterwards either holds debts of that very group or fails to commit.
 *
 *   simplifies ── switched off: rebuild from the history ──▶ does not simplify ⟲ each change adds its own effect
 *        ▲                                                          │
 *        └──── switched on: the document is left to age ────────────┘
 */
export function createDebts(reader: DebtReader): FollowDebts {
  return async (state, change) => {
    const { group } = state;
    const simplifies = change.group.settings?.simplifyDebts ?? group.settings.simplifyDebts;
    if (simplifies) return undefined;
    if (group.settings.simplifyDebts) return rebuilt(reader, group);

    const before = debtsOf(previous(state, change.entity));
    const after = debtsOf(change.entity);
    if (canonicalJson(before) === canonicalJson(after)) return undefined;
    let debts = await reader.get(group.id);
    if (before) debts = addPairwise(debts, before.currency, before.effect, -1);
    if (after) debts = addPairwise(debts, after.currency, after.effect, 1);
    return bounded(debts, 'currency');
  };
}

interface DebtMovement {
  currency: string;
  effect: Transfer[];
}

function debtsOf(entity: EntityState | null): DebtMovement | null {
  if (entity?.kind !== 'expense' && entity?.kind !== 'settlement') return null;
  if (entity.state.deletedAt !== null) return null;
  const effect = entity.kind === 'expense' ? pairwiseEffect(entity.state) : pairwiseSettlementEffect(entity.state);
  return { currency: entity.state.currency, effect };
}

/** The entity that a change replaces. */
function previous({ expense, settlement }: LedgerState<unknown>, { kind }: EntityState): EntityState | null {
  if (kind === 'expense' && expense) return { kind, state: expense };
  if (kind === 'settlement' && settlement) return { kind, state: settlement };
  return null;
}

async function rebuilt(reader: DebtReader, group: StoredGroup): Promise<TransfersByCurrency> {
  const path = 'settings.simplifyDebts';
  if (group.expenseCount + group.settlementCount > LARGEST_REBUILD)
    throw invalidField(path, `with more than ${LARGEST_REBUILD} expenses and settlements a group can only simplify`);
  const { expenses, settlements } = await reader.history(group.id);
  return bounded(pairwiseDebts(expenses, settlements), path);
}

function bounded(debts: TransfersByCurrency, path: string): TransfersByCurrency {
  const count = Object.values(debts).reduce((sum, transfers) => sum + transfers.length, 0);
  if (count > MOST_DEBTS) throw invalidField(path, 'more debts between two people than a group without simplification can hold');
  return debts;
}
