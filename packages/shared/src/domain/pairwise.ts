import type { LedgerExpense, LedgerSettlement } from './balance.ts';
import type { Transfer, TransfersByCurrency } from './settlement.ts';

export function pairwiseEffect(_expense: LedgerExpense): Transfer[] {
  return [];
}

export function pairwiseSettlementEffect(_settlement: LedgerSettlement): Transfer[] {
  return [];
}

export function addPairwise(
  debts: TransfersByCurrency,
  _currency: string,
  _effect: readonly Transfer[],
  _sign: 1 | -1,
): TransfersByCurrency {
  return debts;
}

export function pairwiseDebts(_expenses: Iterable<LedgerExpense>, _settlements: Iterable<LedgerSettlement>): TransfersByCurrency {
  return {};
}
