import type { LedgerExpense, LedgerSettlement } from './balance.ts';
import type { MemberId } from './members.ts';
import { type Minor, minor, ZERO } from './money.ts';

/** What one entry of the ledger did to a member's balance: `effect` = `paid` − `share`. Minor units. */
export interface Effect {
  /** What the member put in: their part of the bill, or what they handed to somebody. */
  paid: Minor;
  /** What falls to the member: their share of the bill, or what somebody handed to them. */
  share: Minor;
  effect: Minor;
}

export type ExplainedEntry<Expense extends LedgerExpense, Settlement extends LedgerSettlement> = Effect &
  ({ kind: 'expense'; of: Expense } | { kind: 'settlement'; of: Settlement });

/** A member's balance in one currency: `total.effect`, and the entries that make it up. */
export interface Explanation<Expense extends LedgerExpense = LedgerExpense, Settlement extends LedgerSettlement = LedgerSettlement> {
  memberId: MemberId;
  currency: string;
  /** Those that the member has a part in, expenses first, each in the order in which they were given. */
  entries: ExplainedEntry<Expense, Settlement>[];
  total: Effect;
}

/**
 * What makes up a member's balance in a currency. Laws: each column of the entries sums to the total exactly, and
 * `total.effect` is what `computeBalances` gives for the same history.
 */
export function explainBalance<Expense extends LedgerExpense, Settlement extends LedgerSettlement>(
  memberId: MemberId,
  currency: string,
  expenses: Iterable<Expense>,
  settlements: Iterable<Settlement>,
): Explanation<Expense, Settlement> {
  const entries: ExplainedEntry<Expense, Settlement>[] = [];
  for (const of of expenses) {
    const [paid, share] = [ownValue(of.payers, memberId), ownValue(of.shares, memberId)];
    if (of.currency === currency && (paid !== 0 || share !== 0)) entries.push({ kind: 'expense', of, ...effectOf(paid, share) });
  }
  for (const of of settlements) {
    if (of.currency !== currency) continue;
    if (of.from === memberId) entries.push({ kind: 'settlement', of, ...effectOf(of.amount, ZERO) });
    if (of.to === memberId) entries.push({ kind: 'settlement', of, ...effectOf(ZERO, of.amount) });
  }
  const total = effectOf(sum(entries.map(({ paid }) => paid)), sum(entries.map(({ share }) => share)));
  return { memberId, currency, entries, total };
}

const effectOf = (paid: Minor, share: Minor): Effect => ({ paid, share, effect: minor(paid - share) });

const sum = (amounts: readonly Minor[]): Minor => minor(amounts.reduce((total, amount) => total + amount, 0));

const ownValue = (amounts: Record<MemberId, Minor>, memberId: MemberId): Minor =>
  Object.hasOwn(amounts, memberId) ? (amounts[memberId] ?? ZERO) : ZERO;
