/** What was told last, and of which state. */
export interface Told<News> {
  news: News;
  /** The reader's own, in words. */
  balance: string;
  text: string;
  /** Counts what was told, so that the same words can be told again. */
  turn: number;
}

/**
 * What a change of the group is told as, in one go: what others did and the balance that came of it; after a change of the reader's own
 * the balance alone. What moved nothing and is no news is not told.
 */
export function tell<News>(last: Told<News>, news: News, balance: string, newsText: (news: News) => string): Told<News> {
  const said = [];
  if (news !== last.news) said.push(newsText(news));
  if (balance !== last.balance) said.push(balance);
  return said.length === 0 ? last : { news, balance, text: said.join('. '), turn: last.turn + 1 };
}
