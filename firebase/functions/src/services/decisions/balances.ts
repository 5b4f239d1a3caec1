import { type LedgerRow, LIMITS } from '@splitifyd/shared/contract';
import { addEffect, type Balances, type BalancesByCurrency, expenseEffect, settlementEffect } from '@splitifyd/shared/domain';
import { invalidField, Problem } from '../problem.ts';

/** What one expense or settlement adds to the balances of its currency. */
export interface Movement {
  currency: string;
  effect: Balances;
}

/** Null for a tombstone: it moves nothing. */
export function movementOf({ kind, state }: LedgerRow): Movement | null {
  if (state.deletedAt !== null) return null;
  return { currency: state.currency, effect: kind === 'expense' ? expenseEffect(state) : settlementEffect(state) };
}

/**
 * Balances after `before` is taken back and `after` is added; null for none. Law: they sum to zero in every currency [INV11].
 * @throws Problem `too-many-currencies` or `invalid-request` where the group could no longer hold them
 */
export function moveBalances(balances: BalancesByCurrency, before: Movement | null, after: Movement | null): BalancesByCurrency {
  try {
    const without = before ? addEffect(balances, before.currency, before.effect, -1) : balances;
    const moved = after ? addEffect(without, after.currency, after.effect, 1) : without;
    // Taking an expense back can open a currency as well as adding one.
    const opened = Object.keys(moved).length > Object.keys(balances).length;
    if (opened && Object.keys(moved).length > LIMITS.currenciesPerGroup) throw new Problem('too-many-currencies');
    return moved;
  } catch (cause) {
    // The domain's way to say that a balance would leave the range in which integers are exact.
    if (cause instanceof RangeError) throw invalidField('amount', 'the balances of this group would become too large');
    throw cause;
  }
}
