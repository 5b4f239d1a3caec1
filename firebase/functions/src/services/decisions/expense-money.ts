import type { Expense, FieldProblem } from '@splitifyd/shared/contract';
import {
  addEffect,
  type BalancesByCurrency,
  checkPayers,
  checkSplit,
  computeShares,
  expenseEffect,
  type Minor,
  type PayersProblem,
  type SplitProblem,
} from '@splitifyd/shared/domain';
import { invalidField, Problem } from '../problem.ts';

type Money = Pick<Expense, 'id' | 'amount' | 'payers' | 'split'>;

/** Everybody's part of an expense. @throws Problem `invalid-split`, naming the fields, where split or payers do not add up */
export function sharesOf({ id, amount, payers, split }: Money): Record<string, Minor> {
  const errors: FieldProblem[] = [];
  const payersProblem = checkPayers(amount, payers);
  if (payersProblem) errors.push(payersField(payersProblem));
  const splitProblem = checkSplit(amount, split);
  if (splitProblem) errors.push(splitField(splitProblem));
  if (errors.length > 0) throw new Problem('invalid-split', { errors });
  return computeShares(amount, split, id);
}

function payersField(problem: PayersProblem): FieldProblem {
  const path = 'memberId' in problem ? `payers.${problem.memberId}` : 'payers';
  return { path, message: 'difference' in problem ? `${problem.code}: ${problem.difference}` : problem.code };
}

function splitField(problem: SplitProblem): FieldProblem {
  const path = 'memberId' in problem ? `split.entries.${problem.memberId}` : 'split.entries';
  return { path, message: 'difference' in problem ? `${problem.code}: ${problem.difference}` : problem.code };
}

/** Keeps the balances, and with them the group's document, far below what a document may hold. */
export const CURRENCIES_PER_GROUP = 40;

/**
 * Balances after `before` is taken back and `after` is added; null for none. Law: they sum to zero in every currency [INV11].
 * @throws Problem `invalid-request` where the group could no longer hold them
 */
export function moveBalances(balances: BalancesByCurrency, before: Expense | null, after: Expense | null): BalancesByCurrency {
  try {
    const without = before ? addEffect(balances, before.currency, expenseEffect(before), -1) : balances;
    const moved = after ? addEffect(without, after.currency, expenseEffect(after), 1) : without;
    if (after && Object.keys(moved).length > CURRENCIES_PER_GROUP) throw invalidField('currency', 'too many currencies in one group');
    return moved;
  } catch (cause) {
    // The domain's way to say that a balance would leave the range in which integers are exact.
    if (cause instanceof RangeError) throw invalidField('amount', 'the balances of this group would become too large');
    throw cause;
  }
}
