import { compareIds } from './members.ts';

interface Dated {
  id: string;
  /** A calendar date. */
  date: string;
  /** Epoch ms. */
  createdAt: number;
}

/** The order of a ledger's rows, and of no two the same: newest date first, then newest made, then by id from the greatest. */
export const compareNewestFirst = (a: Dated, b: Dated): number =>
  compareIds(b.date, a.date) || b.createdAt - a.createdAt || compareIds(b.id, a.id);
