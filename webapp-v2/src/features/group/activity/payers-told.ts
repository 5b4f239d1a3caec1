import type { ActivityEntry, Expense } from '@splitifyd/shared/contract';

/** The expense as it was before an entry changed who paid what; null where that is not among the entries at hand, newest first. */
export function formerOf({ action, fields, entity, seq }: ActivityEntry, entries: readonly ActivityEntry[]): Expense | null {
  if (action !== 'expense.updated' || !fields.includes('payers') || entity.kind !== 'expense') return null;
  const former = entries.find((older) => older.seq < seq && older.entity.kind === 'expense' && older.entity.state.id === entity.state.id);
  return former?.entity.kind === 'expense' ? former.entity.state : null;
}

/**
 * Whether an edit of who paid what is worth telling beside that of the amount: what one person paid always follows the amount, and what
 * several did may, each by their part. Where what was before is not known, one payer is taken for the same one.
 */
export function tellsPayers(fields: readonly string[], { payers, amount }: Expense, former: Expense | null): boolean {
  if (!fields.includes('amount')) return true;
  const paid = Object.entries(payers);
  if (!former) return paid.length > 1;
  if (paid.length !== Object.keys(former.payers).length) return true;
  return paid.some(([id, part]) => {
    const before = former.payers[id];
    return before === undefined || Math.abs(part - (before / former.amount) * amount) >= 1;
  });
}
