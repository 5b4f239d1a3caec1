import type { MemberId } from './members.ts';
import type { Minor } from './money.ts';

/**
 * What the entries mean:
 * - `equal`: 1 for each participant
 * - `exact`: minor units ≥ 0 that sum to the amount
 * - `percent`: basis points ≥ 0 that sum to 10,000
 * - `shares`: whole weights from 0 to 10,000, not all 0
 * - `adjustment`: minor units, positive or negative, 0 for participants without one; what is left of the amount
 *   (amount − Σ adjustments) is split equally, then everybody's adjustment is added
 */
export type SplitMode = 'equal' | 'exact' | 'percent' | 'shares' | 'adjustment';

export interface Split {
  mode: SplitMode;
  entries: Record<MemberId, number>;
}

/**
 * Why a split is not one (yet). `difference` is what there is minus what there should be: positive is "over by",
 * negative is "left to distribute". For `negative-share` it is that member's share, below zero.
 */
export type SplitProblem =
  | { code: 'no-participants' }
  | { code: 'entries-out-of-range'; memberId: MemberId }
  | { code: 'does-not-sum'; unit: 'minor'; difference: Minor }
  | { code: 'does-not-sum'; unit: 'basis-points'; difference: number }
  | { code: 'negative-share'; memberId: MemberId; difference: Minor };

/** `difference` as in {@link SplitProblem}. */
export type PayersProblem =
  | { code: 'no-payers' }
  | { code: 'amount-out-of-range'; memberId: MemberId }
  | { code: 'does-not-sum'; difference: Minor };

export class InvalidSplit extends Error {
  override readonly name = 'InvalidSplit';
  readonly code: SplitProblem['code'];
  /** In minor units; absent where the problem has no difference or states it in basis points. */
  readonly difference?: Minor;

  constructor(readonly problem: SplitProblem) {
    super(`invalid split: ${problem.code}`);
    this.code = problem.code;
    if ('difference' in problem && !('unit' in problem && problem.unit === 'basis-points')) this.difference = problem.difference as Minor;
  }
}

/** What keeps `split` from dividing `amount` (minor units, 0 to MAX_AMOUNT), or null. Agrees with `computeShares` on every input. */
export function checkSplit(_amount: Minor, _split: Split): SplitProblem | null {
  return null;
}

/** What keeps `payers` (minor units, each > 0) from having paid exactly `amount`, or null. */
export function checkPayers(_amount: Minor, _payers: Record<MemberId, Minor>): PayersProblem | null {
  return null;
}

/** Everybody's part of `amount` in minor units; every participant is named, also with 0. @throws InvalidSplit */
export function computeShares(_amount: Minor, _split: Split, _seed: string): Record<MemberId, Minor> {
  return {};
}
