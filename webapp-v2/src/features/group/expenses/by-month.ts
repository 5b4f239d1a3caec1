import { entityOf, type Line } from '../ledger/lines.ts';

interface Month {
  /** `YYYY-MM` */
  key: string;
  /** A day in it. */
  date: string;
  lines: Line[];
}

/** Lines, which come newest date first, under their months. */
export function byMonth(lines: readonly Line[]): Month[] {
  const months: Month[] = [];
  for (const line of lines) {
    const { date } = entityOf(line);
    const key = date.slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.lines.push(line);
    else months.push({ key, date, lines: [line] });
  }
  return months;
}
