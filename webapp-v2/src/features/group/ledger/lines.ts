import type { Expense, Settlement } from '@splitifyd/shared/contract';
import { compareNewestFirst } from '@splitifyd/shared/domain';
import type { ExpenseRow, SettlementRow } from '../../../stores/group/open-group.ts';

/** One line of the group's ledger: an expense, or a payment between two members. */
export type Line = ExpenseRow | SettlementRow;

export const isExpense = (line: Line): line is ExpenseRow => 'expense' in line;

export const entityOf = (line: Line): Expense | Settlement => (isExpense(line) ? line.expense : line.settlement);

/** Both lists as one, in the order each of them has: newest date first, then newest made, then by id. */
export function mergeLines(expenses: readonly ExpenseRow[], settlements: readonly SettlementRow[]): readonly Line[] {
  if (settlements.length === 0) return expenses;
  const lines: Line[] = [];
  let next = 0;
  for (const settlement of settlements) {
    for (let row = expenses[next]; row && compareNewestFirst(row.expense, settlement.settlement) < 0; row = expenses[next]) {
      lines.push(row);
      next += 1;
    }
    lines.push(settlement);
  }
  return [...lines, ...expenses.slice(next)];
}

/**
 * The lines from the beginning to where older ones may be missing between those at hand, and what the reader has just written
 * beyond (`written` are ids). `since` is a calendar date, '' where none are missing.
 */
export const withoutHoles = (lines: readonly Line[], since: string, written: ReadonlySet<string>): readonly Line[] =>
  since === '' ? lines : lines.filter((line) => entityOf(line).date >= since || written.has(entityOf(line).id));
