import type { MemberId } from './members.ts';
import { MAX_AMOUNT, type Minor, minor } from './money.ts';

/** Why payers have not paid an expense exactly. `difference` is what they paid minus the amount: positive is "over by". */
export type PayersProblem =
  | { code: 'no-payers' }
  | { code: 'amount-out-of-range'; memberId: MemberId }
  | { code: 'does-not-sum'; unit: 'minor'; difference: Minor };

/** What keeps `payers` (minor units, each from 1 to MAX_AMOUNT) from having paid exactly `amount`, or null. */
export function checkPayers(amount: Minor, payers: Record<MemberId, Minor>): PayersProblem | null {
  const entries = Object.entries(payers);
  if (entries.length === 0) return { code: 'no-payers' };
  let sum = 0;
  for (const [memberId, paid] of entries) {
    if (!Number.isInteger(paid) || paid < 1 || paid > MAX_AMOUNT) return { code: 'amount-out-of-range', memberId };
    sum += paid;
  }
  return sum === amount ? null : { code: 'does-not-sum', unit: 'minor', difference: minor(sum - amount) };
}
