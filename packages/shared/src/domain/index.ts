export { allocate } from './allocate.ts';
export {
  addEffect,
  type Balances,
  type BalancesByCurrency,
  computeBalances,
  expenseEffect,
  type LedgerExpense,
  type LedgerSettlement,
  settlementEffect,
} from './balance.ts';
export { isCalendarDate } from './dates.ts';
export { type Effect, type ExplainedEntry, type Explanation, explainBalance } from './explain.ts';
export { compareNewestFirst } from './ledger-order.ts';
export type { MemberId } from './members.ts';
export {
  type AmountProblem,
  currencyExponent,
  isCurrency,
  MAX_AMOUNT,
  type Minor,
  minor,
  type ParsedAmount,
  type Separators,
  toDecimalString,
  ZERO,
} from './money.ts';
export { addPairwise, pairwiseDebts, pairwiseEffect, pairwiseSettlementEffect } from './pairwise.ts';
export { parseAmount } from './parse-amount.ts';
export { checkPayers, type PayersProblem } from './payers.ts';
export { settle, settleAll, type Transfer, type TransfersByCurrency, UnbalancedBalances } from './settlement.ts';
export {
  checkSplit,
  computeShares,
  InvalidSplit,
  SPLIT_MODES,
  type Split,
  type SplitMode,
  type SplitProblem,
} from './split.ts';
export { normaliseLine, normaliseText } from './text.ts';
