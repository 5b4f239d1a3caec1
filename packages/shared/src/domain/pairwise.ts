import { allocate } from './allocate.ts';
import { expenseEffect, type LedgerExpense, type LedgerSettlement } from './balance.ts';
import { compareIds, type MemberId } from './members.ts';
import { minor } from './money.ts';
import type { Transfer, TransfersByCurrency } from './settlement.ts';

/**
 * Who owes whom because of one expense, sorted by debtor and creditor. What somebody paid covers their own share first;
 * who paid less than their share owes the difference to those who paid more than theirs, in proportion to how much more.
 * Law: a member's debts and claims net to their `expenseEffect`, to the unit.
 *
 * Debtors are served one after another, each by largest remainder over what the creditors still lack. A debt is never
 * greater than all that is lacking, so no creditor's part exceeds theirs and the last debtor meets what is left exactly.
 */
export function pairwiseEffect(expense: LedgerExpense): Transfer[] {
  const net = Object.entries(expenseEffect(expense)).sort(([a], [b]) => compareIds(a, b));
  const creditors = net.filter(([, amount]) => amount > 0).map(([id, amount]) => ({ id, lacking: amount }));
  const debts: Transfer[] = [];
  for (const [from, amount] of net) {
    if (amount > 0) continue;
    const weights = creditors.map(({ lacking }) => lacking);
    const parts = allocate(minor(-amount), weights, `${from} ${expense.amount}`);
    creditors.forEach((creditor, index) => {
      const part = parts[index];
      if (!part) return;
      debts.push({ from, to: creditor.id, amount: part });
      creditor.lacking = minor(creditor.lacking - part);
    });
  }
  return debts;
}

/** A settlement as a debt: whoever received the money owes it back, which cancels the debt it was paid for. */
export function pairwiseSettlementEffect({ from, to, amount }: LedgerSettlement): Transfer[] {
  return [{ from: to, to: from, amount }];
}

/**
 * `debts` after an effect is added (`sign` 1) or taken back (−1); the argument stays as it was. Canonical: one entry a
 * pair at most, greater than 0, sorted; no currency without a debt. Law: adding, then taking back, is the identity.
 */
export function addPairwise(debts: TransfersByCurrency, currency: string, effect: readonly Transfer[], sign: 1 | -1): TransfersByCurrency {
  const byCurrency = new Map(Object.entries(debts));
  const table: PairTable = new Map();
  for (const debt of byCurrency.get(currency) ?? []) addDebt(table, debt, 1);
  for (const debt of effect) addDebt(table, debt, sign);
  byCurrency.set(currency, toTransfers(table));
  return withoutEmpty(byCurrency);
}

/** The pairwise debts of a whole history, netted for each pair of members. Law: equal to adding the effects one by one. */
export function pairwiseDebts(expenses: Iterable<LedgerExpense>, settlements: Iterable<LedgerSettlement>): TransfersByCurrency {
  const tables = new Map<string, PairTable>();
  const addAll = (currency: string, effect: readonly Transfer[]): void => {
    const table: PairTable = tables.get(currency) ?? new Map();
    tables.set(currency, table);
    for (const debt of effect) addDebt(table, debt, 1);
  };
  for (const expense of expenses) addAll(expense.currency, pairwiseEffect(expense));
  for (const settlement of settlements) addAll(settlement.currency, pairwiseSettlementEffect(settlement));
  return withoutEmpty([...tables].map(([currency, table]) => [currency, toTransfers(table)] as const));
}

/** lesser id → greater id → what the lesser owes the greater, in minor units (negative the other way round). */
type PairTable = Map<MemberId, Map<MemberId, number>>;

/** @throws RangeError where the debt leaves the range in which integers are exact */
function addDebt(table: PairTable, { from, to, amount }: Transfer, sign: 1 | -1): void {
  const fromIsLesser = compareIds(from, to) < 0;
  const [lesser, greater] = fromIsLesser ? [from, to] : [to, from];
  const row = table.get(lesser) ?? new Map<MemberId, number>();
  table.set(lesser, row);
  row.set(greater, minor((row.get(greater) ?? 0) + (fromIsLesser ? sign : -sign) * amount));
}

function toTransfers(table: PairTable): Transfer[] {
  const transfers: Transfer[] = [];
  for (const [lesser, row] of table) {
    for (const [greater, owed] of row) {
      if (owed > 0) transfers.push({ from: lesser, to: greater, amount: minor(owed) });
      if (owed < 0) transfers.push({ from: greater, to: lesser, amount: minor(-owed) });
    }
  }
  return transfers.sort((a, b) => compareIds(a.from, b.from) || compareIds(a.to, b.to));
}

function withoutEmpty(byCurrency: Iterable<readonly [string, Transfer[]]>): TransfersByCurrency {
  return Object.fromEntries([...byCurrency].filter(([, transfers]) => transfers.length > 0));
}
