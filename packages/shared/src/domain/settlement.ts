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

/**
 * What the exact searches of one settlement may cost together, in subsets looked at; a search among n people looks at 2ⁿ⁻¹. Enough for 2 currencies
 * with 20 open balances each, or for 64 with 15, and done in some tens of milliseconds: nobody is kept waiting for longer, on a page or a server.
 */
const SEARCH_BUDGET = 2 ** 20;

/** Beyond this many people one search alone (time and memory double with each) takes too long. */
const EXACT_LIMIT = 20;

const searchCost = (people: number): number => (people === 0 ? 0 : 2 ** (people - 1));

/** The most people among whom a search costs no more than `budget`. */
const searchable = (budget: number): number => (budget < 1 ? 0 : Math.min(EXACT_LIMIT, Math.floor(Math.log2(budget)) + 1));

interface Position {
  readonly id: MemberId;
  readonly balance: number;
}

/** Balances on their way to 0: what is open still, and what has been arranged. */
interface Course {
  readonly open: readonly Position[];
  readonly transfers: readonly Transfer[];
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
 * @throws UnbalancedBalances when the balances do not sum to 0, RangeError when the claims together are no safe integer
 */
export function settle(balances: Balances): Transfer[] {
  return settleGroups(shrink(begin(balances), EXACT_LIMIT));
}

/**
 * `settle` for each currency, within one budget for all of them: whoever has the fewest open balances is searched first, and where the budget no longer
 * lasts, the largest debtor pays the largest creditor until it does. @throws as `settle` does for any of them
 */
export function settleAll(byCurrency: BalancesByCurrency): TransfersByCurrency {
  const begun = Object.entries(byCurrency).map(([currency, balances]) => ({ currency, course: shrink(begin(balances)) }));
  const cheapestFirst = begun.toSorted((a, b) => a.course.open.length - b.course.open.length || compareIds(a.currency, b.currency));
  let budget = SEARCH_BUDGET;
  const settled = new Map<string, Transfer[]>();
  for (const { currency, course } of cheapestFirst) {
    const affordable = shrink(course, searchable(budget));
    budget -= searchCost(affordable.open.length);
    settled.set(currency, settleGroups(affordable));
  }
  return Object.fromEntries(begun.map(({ currency }) => [currency, settled.get(currency) ?? []]));
}

/** Below 2⁵³ every sum of some of them is exact, which the search relies on. */
function begin(balances: Balances): Course {
  const open = Object.entries(balances)
    .filter(([, balance]) => balance !== 0)
    .map(([id, balance]) => ({ id, balance }))
    .sort((a, b) => compareIds(a.id, b.id));
  minor(open.reduce((claims, { balance }) => claims + Math.max(0, balance), 0));
  const difference = minor(open.reduce((sum, { balance }) => sum + balance, 0));
  if (difference !== 0) throw new UnbalancedBalances(difference);
  return { open, transfers: [] };
}

/** Matches who cancel each other out, and the largest debtor with the largest creditor while more than `limit` people are left. */
function shrink({ open: all, transfers: arranged }: Course, limit = Number.POSITIVE_INFINITY): Course {
  let open = all;
  const transfers = [...arranged];
  for (;;) {
    const pair = exactPair(open) ?? (open.length > limit ? largestPair(open) : null);
    if (!pair) return { open, transfers };
    const transfer = transferWithin(pair);
    transfers.push(transfer);
    open = afterTransfer(open, transfer);
  }
}

/** The exact search among whoever is left. */
function settleGroups({ open, transfers }: Course): Transfer[] {
  const groups = zeroSumGroups(open.map(({ balance }) => balance));
  return [...transfers, ...groups.flatMap((group) => settleGroup(open.filter((_, index) => group.includes(index))))];
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
