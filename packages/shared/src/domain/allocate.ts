import type { Minor } from './money.ts';

/** Splits `total` (minor units, ≥ 0) by `weights`. Law: the parts sum to `total`. */
export function allocate(_total: Minor, _weights: readonly number[], _seed: string): Minor[] {
  return [];
}
