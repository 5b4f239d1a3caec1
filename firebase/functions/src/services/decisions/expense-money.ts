import type { Expense, FieldProblem } from '@splitifyd/shared/contract';
import { checkPayers, checkSplit, type PayersProblem, type SplitProblem } from '@splitifyd/shared/domain';
import { Problem } from '../problem.ts';

type Money = Pick<Expense, 'amount' | 'payers' | 'split'>;

/** @throws Problem `invalid-split`, naming the fields, where split or payers do not add up */
export function requireSums({ amount, payers, split }: Money): void {
  const errors: FieldProblem[] = [];
  const payersProblem = checkPayers(amount, payers);
  if (payersProblem) errors.push(payersField(payersProblem));
  const splitProblem = checkSplit(amount, split);
  if (splitProblem) errors.push(splitField(splitProblem));
  if (errors.length > 0) throw new Problem('invalid-split', { errors });
}

function payersField(problem: PayersProblem): FieldProblem {
  const path = 'memberId' in problem ? `payers.${problem.memberId}` : 'payers';
  return { path, message: 'difference' in problem ? `${problem.code}: ${problem.difference}` : problem.code };
}

function splitField(problem: SplitProblem): FieldProblem {
  const path = 'memberId' in problem ? `split.entries.${problem.memberId}` : 'split.entries';
  return { path, message: 'difference' in problem ? `${problem.code}: ${problem.difference}` : problem.code };
}
