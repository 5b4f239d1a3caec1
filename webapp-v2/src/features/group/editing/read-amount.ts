import type { AmountProblem, Minor } from '@splitifyd/shared/domain';
import { parseMoney, type Writing } from './parse-money.ts';

export interface ReadAmount {
  /** Minor units; null while there is no amount above zero. */
  amount: Minor | null;
  problem: AmountProblem | 'zero' | null;
}

/** What a typed amount means, or what is wrong with it. */
export function readAmount(text: string, currency: string, writing: Writing): ReadAmount {
  const parsed = parseMoney(text, currency, writing);
  if (!parsed.ok) return { amount: null, problem: parsed.reason };
  return parsed.amount > 0 ? { amount: parsed.amount, problem: null } : { amount: null, problem: 'zero' };
}

/** While it is being typed, an amount is only called wrong where more typing cannot mend it. */
export const problemToTell = (problem: ReadAmount['problem'], asked: boolean): ReadAmount['problem'] =>
  asked || (problem !== 'empty' && problem !== 'zero') ? problem : null;
