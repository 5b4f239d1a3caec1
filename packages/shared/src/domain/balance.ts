import type { MemberId } from './members.ts';
import { type Minor, minor } from './money.ts';

/** Minor units of one currency; positive is owed money, negative owes it. Canonical: no zeros. */
export type Balances = Record<MemberId, Minor>;

/** Canonical: no currency without a balance. */
export type BalancesByCurrency = Record<string, Balances>;

/** The part of an expense that moves balances, in minor units. `payers` and `shares` each sum to `amount`. */
export interface LedgerExpense {
  currency: string;
  amount: Minor;
  payers: Record<MemberId, Minor>;
  shares: Record<MemberId, Minor>;
}

/** `from` handed `amount` (minor units, > 0) to `to`, who is somebody else. */
export interface LedgerSettlement {
  currency: string;
  amount: Minor;
  from: MemberId;
  to: MemberId;
}

/** What an expense adds to its currency's balances: paid minus share for everybody. Law: sums to 0. */
export function expenseEffect(expense: LedgerExpense): Balances {
  const totals: Totals = new Map();
  addExpense(totals, expense);
  return toBalances(totals);
}

/** What a settlement adds to its currency's balances: `from` owes less, `to` is owed less. Law: sums to 0. */
export function settlementEffect(settlement: LedgerSettlement): Balances {
  const totals: Totals = new Map();
  addSettlement(totals, settlement);
  return toBalances(totals);
}

/**
 * `balances` after an effect is added (`sign` 1) or taken back (−1); the argument stays as it was.
 * Law: adding, then taking back, gives the same canonical balances again.
 */
export function addEffect(balances: BalancesByCurrency, currency: string, effect: Balances, sign: 1 | -1): BalancesByCurrency {
  const byCurrency = new Map(Object.entries(balances));
  const totals: Totals = new Map(Object.entries(byCurrency.get(currency) ?? {}));
  for (const [memberId, change] of Object.entries(effect)) add(totals, memberId, sign * change);
  byCurrency.set(currency, toBalances(totals));
  return withoutEmpty(byCurrency);
}

/** The balances of a whole history. Law: equal to adding the effects one by one, in any order. */
export function computeBalances(expenses: Iterable<LedgerExpense>, settlements: Iterable<LedgerSettlement>): BalancesByCurrency {
  const byCurrency = new Map<string, Totals>();
  const totalsOf = (currency: string): Totals => {
    const known = byCurrency.get(currency);
    if (known) return known;
    const totals: Totals = new Map();
    byCurrency.set(currency, totals);
    return totals;
  };
  for (const expense of expenses) addExpense(totalsOf(expense.currency), expense);
  for (const settlement of settlements) addSettlement(totalsOf(settlement.currency), settlement);
  return withoutEmpty([...byCurrency].map(([currency, totals]) => [currency, toBalances(totals)] as const));
}

/** Maps while summing: ids such as "constructor" are ordinary keys there. Doubles hold every sum exactly up to 2⁵³. */
type Totals = Map<MemberId, number>;

function add(totals: Totals, memberId: MemberId, change: number): void {
  totals.set(memberId, (totals.get(memberId) ?? 0) + change);
}

function addExpense(totals: Totals, { payers, shares }: LedgerExpense): void {
  for (const memberId in payers) add(totals, memberId, payers[memberId] ?? 0);
  for (const memberId in shares) add(totals, memberId, -(shares[memberId] ?? 0));
}

function addSettlement(totals: Totals, { from, to, amount }: LedgerSettlement): void {
  add(totals, from, amount);
  add(totals, to, -amount);
}

/** @throws RangeError where the claims together are no safe integer: whoever settles the balances adds them up */
function toBalances(totals: Totals): Balances {
  const entries: [MemberId, Minor][] = [];
  let claims = 0;
  for (const [memberId, total] of totals) {
    if (total !== 0) entries.push([memberId, minor(total)]);
    if (total > 0) claims += total;
  }
  minor(claims);
  return Object.fromEntries(entries);
}

function withoutEmpty(byCurrency: Iterable<readonly [string, Balances]>): BalancesByCurrency {
  return Object.fromEntries([...byCurrency].filter(([, balances]) => Object.keys(balances).length > 0));
}
