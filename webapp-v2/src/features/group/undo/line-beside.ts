import type { ExpenseRow, SettlementRow } from '../../../stores/group/open-group.ts';
import { entityOf, mergeLines } from '../ledger/lines.ts';

/** The lines of the ledger as they were at a moment. */
export interface LinesThen {
  rows: readonly ExpenseRow[];
  settlements: readonly SettlementRow[];
}

/** Of the lines that are still on screen the next one below a line that is gone, or else the next one above it. */
export function lineBeside(
  id: string,
  { rows, settlements }: LinesThen,
  onScreen = (id: string) => document.getElementById(id),
): HTMLElement | null {
  const ids = mergeLines(rows, settlements).map((line) => entityOf(line).id);
  const place = ids.indexOf(id);
  if (place < 0) return null;
  for (const other of [...ids.slice(place + 1), ...ids.slice(0, place).reverse()]) {
    const line = onScreen(other);
    if (line) return line;
  }
  return null;
}
