import type { OwnBalance } from '../own-balances.ts';

/** What was told last, and of which state. */
export interface Told<Entry> {
  news: readonly Entry[];
  /** What came since and could not be told yet. */
  untold: readonly Entry[];
  /** The reader's own, as `balanceKey` has it; of what was told last. */
  balance: string;
  text: string;
  /** Counts what was told, so that the same words can be told again. */
  turn: number;
}

/** In which words it is told, where it is. */
interface Words<Entry> {
  news(news: readonly Entry[]): string;
  balance(): string;
}

/** Differs where the amounts do, or who is settled: another language, or another order of the currencies, is no other balance. */
export const balanceKey = (own: readonly OwnBalance[], settled: string): string =>
  [settled, ...own.map(({ currency, amount }) => `${currency} ${amount}`).sort()].join();

/**
 * What a change of the group is told as, in one go: what others did and the balance that came of it; after a change of the reader's own
 * the balance alone. What moved nothing and is no news is not told, nor what came of what was there before (another list, with no news).
 * While nothing is heard, `isHeld`, it is gathered and told afterwards as one change.
 */
export function tell<Entry>(last: Told<Entry>, news: readonly Entry[], balance: string, words: Words<Entry>, isHeld: boolean): Told<Entry> {
  const isOther = news !== last.news;
  if (isOther && news.length === 0) return { ...last, news, balance };
  const untold = isOther ? [...last.untold, ...news] : last.untold;
  if (isHeld) return isOther ? { ...last, news, untold } : last;
  const said = [];
  if (untold.length > 0) said.push(words.news(untold));
  if (balance !== last.balance) said.push(words.balance());
  return said.length === 0 ? last : { news, untold: [], balance, text: said.join('. '), turn: last.turn + 1 };
}
