import type { Balances, BalancesByCurrency } from './balance.ts';
import { compareIds, type MemberId } from './members.ts';
import { type Minor, minor } from './money.ts';
import { zeroSumGroups } from './zero-sum.ts';

/** `from` owes, or should hand, `amount` (minor units, > 0) to `to`, who is somebody else. */
export interface Transfer {
  from: MemberId;
  to: MemberId;
  amount: Minor;
}

export type TransfersByCurrency = Record<string, Transfer[]>;

export class UnbalancedBalances extends Error {
  override readonly name = 'UnbalancedBalances';
  /** What the balances sum to, in minor units. */
  readonly difference: Minor;

  constructor(difference: Minor) {
    super(`balances sum to ${difference} instead of 0`);
    this.difference = difference;
  }
}

/** Beyond this many people the exact search (time and memory double with each) gives way to the approximation. */
const EXACT_LIMIT = 20;

interface Position {
  readonly id: MemberId;
  readonly balance: number;
}

/**
 * The transfers that bring every balance of one currency (minor units) to 0, the fewest there can be where at most 20
 * people have one. Deterministic, whatever the order of the keys. Laws: never more than people − 1 transfers, never
 * one of 0 or to oneself, nobody both pays and receives.
 *
 * The fewest is n minus the greatest number of disjoint groups that sum to zero, as k people in such a group need k − 1
 * transfers (T. Verhoeff, "Settling Multiple Debts Efficiently: An Invitation to Computing Science", Informatics in
 * Education 3(1), 2004; NP-hard, as two creditors of half the debts each ask for a subset sum). Two people who cancel
 * each other out may be taken as a group first: in a best partition, let a be in S and −a in T. If S ≠ T, then {a, −a}
 * and the rest of S ∪ T are as many groups; if S = T, splitting it does not lose one.
 *
 * While more than 20 are left without such a partner, the largest debtor pays the largest creditor, which ends one of them.
 *
 * @throws UnbalancedBalances when the balances do not sum to 0
 */
export function settle(balances: Balances): Transfer[] {
  let open: readonly Position[] = Object.entries(balances)
    .filter(([, balance]) => balance !== 0)
    .map(([id, balance]) => ({ id, balance }))
    .sort((a, b) => compareIds(a.id, b.id));
  const difference = minor(open.reduce((sum, { balance }) => sum + balance, 0));
  if (difference !== 0) throw new UnbalancedBalances(difference);

  const transfers: Transfer[] = [];
  for (;;) {
    const pair = exactPair(open) ?? (open.length > EXACT_LIMIT ? largestPair(open) : null);
    if (!pair) break;
    const transfer = transferWithin(pair);
    transfers.push(transfer);
    open = afterTransfer(open, transfer);
  }
  for (const group of zeroSumGroups(open.map(({ balance }) => balance))) {
    transfers.push(...settleGroup(open.filter((_, index) => group.includes(index))));
  }
  return transfers;
}

/** `settle` for each currency. @throws UnbalancedBalances when one of them does not sum to 0 */
export function settleAll(byCurrency: BalancesByCurrency): TransfersByCurrency {
  return Object.fromEntries(Object.entries(byCurrency).map(([currency, balances]) => [currency, settle(balances)]));
}

/** Each transfer ends at least one member and the last one ends two: k members, at most k − 1 transfers. */
function settleGroup(group: readonly Position[]): Transfer[] {
  const transfers: Transfer[] = [];
  let open = group;
  for (let pair = largestPair(open); pair; pair = largestPair(open)) {
    const transfer = transferWithin(pair);
    transfers.push(transfer);
    open = afterTransfer(open, transfer);
  }
  return transfers;
}

interface Pair {
  readonly debtor: Position;
  readonly creditor: Position;
}

/** The first debtor, by id, whose debt is exactly what somebody else is owed. */
function exactPair(open: readonly Position[]): Pair | null {
  const creditors = new Map<number, Position>();
  for (const position of open) if (position.balance > 0 && !creditors.has(position.balance)) creditors.set(position.balance, position);
  for (const debtor of open) {
    const creditor = debtor.balance < 0 ? creditors.get(-debtor.balance) : undefined;
    if (creditor) return { debtor, creditor };
  }
  return null;
}

/** Of equals the first by id; null when nobody is left. */
function largestPair(open: readonly Position[]): Pair | null {
  const [first, ...rest] = open;
  if (!first) return null;
  let [debtor, creditor] = [first, first];
  for (const position of rest) {
    if (position.balance < debtor.balance) debtor = position;
    if (position.balance > creditor.balance) creditor = position;
  }
  return { debtor, creditor };
}

function transferWithin({ debtor, creditor }: Pair): Transfer {
  return { from: debtor.id, to: creditor.id, amount: minor(Math.min(-debtor.balance, creditor.balance)) };
}

function afterTransfer(open: readonly Position[], { from, to, amount }: Transfer): Position[] {
  return open
    .map(({ id, balance }) => ({ id, balance: balance + (id === from ? amount : id === to ? -amount : 0) }))
    .filter(({ balance }) => balance !== 0);
}
