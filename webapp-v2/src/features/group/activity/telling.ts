import type { OwnBalance } from '../own-balances.ts';

/** What was told last, and of which state. */
export interface Told<News> {
  news: News;
  /** The reader's own, as `balanceKey` has it. */
  balance: string;
  text: string;
  /** Counts what was told, so that the same words can be told again. */
  turn: number;
}

/** In which words it is told, where it is. */
interface Words<News> {
  news(news: News): string;
  balance(): string;
}

/** Differs where the amounts do, or who is settled: another language, or another order of the currencies, is no other balance. */
export const balanceKey = (own: readonly OwnBalance[], settled: string): string =>
  [settled, ...own.map(({ currency, amount }) => `${currency} ${amount}`).sort()].join();

/**
 * What a change of the group is told as, in one go: what others did and the balance that came of it; after a change of the reader's own
 * the balance alone. What moved nothing and is no news is not told, nor what came of what was there before (another list, with no news).
 */
export function tell<News extends readonly unknown[]>(last: Told<News>, news: News, balance: string, words: Words<News>): Told<News> {
  const isOther = news !== last.news;
  if (isOther && news.length === 0) return { ...last, news, balance };
  const said = [];
  if (isOther) said.push(words.news(news));
  if (balance !== last.balance) said.push(words.balance());
  return said.length === 0 ? last : { news, balance, text: said.join('. '), turn: last.turn + 1 };
}
