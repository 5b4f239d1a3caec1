import type { ExpenseRow } from '../../../stores/open-group.ts';

export interface Month {
  /** `YYYY-MM` */
  key: string;
  /** A day in it. */
  date: string;
  rows: ExpenseRow[];
}

/** Rows, which come newest date first, under their months. */
export function byMonth(rows: readonly ExpenseRow[]): Month[] {
  const months: Month[] = [];
  for (const row of rows) {
    const { date } = row.expense;
    const key = date.slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.rows.push(row);
    else months.push({ key, date, rows: [row] });
  }
  return months;
}
