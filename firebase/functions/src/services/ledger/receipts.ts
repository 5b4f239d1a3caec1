import type { Outcome, Receipt } from '../ports.ts';
import { Problem } from '../problem.ts';
import type { Mutation } from './change.ts';

const RECEIPT_MS = 180 * 24 * 60 * 60 * 1000;

/** The account's own line for a mutation whose first outcome could not be found in a group's ledger later. */
export const receiptFor = ({ requestHash }: Mutation, outcome: Outcome, at: number): Receipt => ({
  requestHash,
  outcome,
  at,
  expiresAt: at + RECEIPT_MS,
});

/** The first outcome of a mutation, null where it is new. @throws Problem `idempotency-key-reused` where the key stands for another request */
export function firstOutcome(receipt: Receipt | null, { requestHash }: Mutation): Outcome | null {
  if (receipt && receipt.requestHash !== requestHash) throw new Problem('idempotency-key-reused');
  return receipt?.outcome ?? null;
}
