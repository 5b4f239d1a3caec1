import { allocate } from './allocate.ts';
import { compareIds, type MemberId } from './members.ts';
import { MAX_AMOUNT, type Minor, minor } from './money.ts';

/**
 * What the entries mean:
 * - `equal`: 1 for each participant
 * - `exact`: minor units ≥ 0 that sum to the amount
 * - `percent`: basis points ≥ 0 that sum to 10,000
 * - `shares`: whole weights from 0 to 10,000, not all 0
 * - `adjustment`: minor units, positive or negative, 0 for participants without one; what is left of the amount
 *   (amount − Σ adjustments) is split equally, then everybody's adjustment is added
 */
export const SPLIT_MODES = ['equal', 'exact', 'percent', 'shares', 'adjustment'] as const;
export type SplitMode = (typeof SPLIT_MODES)[number];

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
  | { code: 'negative-share'; unit: 'minor'; memberId: MemberId; difference: Minor };

export class InvalidSplit extends Error {
  override readonly name = 'InvalidSplit';
  readonly problem: SplitProblem;
  readonly code: SplitProblem['code'];
  /** In minor units; undefined where the problem has no difference or counts it in basis points. */
  readonly difference: Minor | undefined;

  constructor(problem: SplitProblem) {
    super(`invalid split: ${problem.code}`);
    this.problem = problem;
    this.code = problem.code;
    this.difference = 'unit' in problem && problem.unit === 'minor' ? problem.difference : undefined;
  }
}

type Entry = readonly [MemberId, number];

const ALL_BASIS_POINTS = 10_000;

const ENTRY_RANGE: Record<SplitMode, readonly [min: number, max: number]> = {
  equal: [1, 1],
  exact: [0, MAX_AMOUNT],
  percent: [0, ALL_BASIS_POINTS],
  shares: [0, 10_000],
  adjustment: [-MAX_AMOUNT, MAX_AMOUNT],
};

/** What keeps `split` from dividing `amount` (minor units, 0 to MAX_AMOUNT), or null. Agrees with `computeShares` on every input. */
export function checkSplit(amount: Minor, split: Split): SplitProblem | null {
  return checkEntries(amount, split.mode, sortedEntries(split));
}

/**
 * Everybody's part of `amount` (minor units, 0 to MAX_AMOUNT); every participant is named, also with 0. Law: the parts
 * sum to `amount` and depend on ids, entries, amount and seed only, not on the order of the entries.
 * @throws InvalidSplit where `checkSplit` finds a problem
 */
export function computeShares(amount: Minor, split: Split, seed: string): Record<MemberId, Minor> {
  const entries = sortedEntries(split);
  const problem = checkEntries(amount, split.mode, entries);
  if (problem) throw new InvalidSplit(problem);
  const parts = divide(amount, split.mode, entries, seed);
  return Object.fromEntries(entries.map(([memberId], index) => [memberId, minor(parts[index] ?? 0)]));
}

function sortedEntries(split: Split): Entry[] {
  return Object.entries(split.entries).sort(([a], [b]) => compareIds(a, b));
}

function checkEntries(amount: Minor, mode: SplitMode, entries: readonly Entry[]): SplitProblem | null {
  if (entries.length === 0) return { code: 'no-participants' };
  const [min, max] = ENTRY_RANGE[mode];
  for (const [memberId, entry] of entries) {
    if (!Number.isInteger(entry) || entry < min || entry > max) return { code: 'entries-out-of-range', memberId };
  }
  const sum = entries.reduce((total, [, entry]) => total + entry, 0);
  switch (mode) {
    case 'equal':
      return null;
    case 'shares':
      return sum === 0 ? { code: 'no-participants' } : null;
    case 'exact':
      return sum === amount ? null : { code: 'does-not-sum', unit: 'minor', difference: minor(sum - amount) };
    case 'percent':
      return sum === ALL_BASIS_POINTS ? null : { code: 'does-not-sum', unit: 'basis-points', difference: sum - ALL_BASIS_POINTS };
    case 'adjustment':
      return checkAdjustments(amount - sum, entries);
  }
}

/**
 * Adjustments are whole, so a share can only be negative where its rounded-down value is: the seed, which decides who
 * gets the odd units, has no say in whether a split is valid.
 */
function checkAdjustments(rest: number, entries: readonly Entry[]): SplitProblem | null {
  const [memberId, lowest] = entries.reduce((least, entry) => (entry[1] < least[1] ? entry : least));
  const share = Math.floor(rest / entries.length) + lowest;
  return share < 0 ? { code: 'negative-share', unit: 'minor', memberId, difference: minor(share) } : null;
}

function divide(amount: Minor, mode: SplitMode, entries: readonly Entry[], seed: string): number[] {
  const values = entries.map(([, entry]) => entry);
  switch (mode) {
    case 'exact':
      return values;
    case 'equal':
    case 'percent':
    case 'shares':
      return allocate(amount, values, seed);
    case 'adjustment': {
      const rest = amount - values.reduce((total, value) => total + value, 0);
      const sign = rest < 0 ? -1 : 1;
      const parts = allocate(minor(Math.abs(rest)), Array<number>(values.length).fill(1), seed);
      return values.map((value, index) => value + sign * (parts[index] ?? 0));
    }
  }
}
