import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';
import { describeEntry } from './describe-entry.ts';
import { formerOf } from './payers-told.ts';

/** So many people are named. */
const NAMED = 3;

/** What others did, in one sentence however much it is: "Ben added “Soup”, €8.00", "3 changes by Ben and Ada". `activity`: what is known, newest first. */
export function newsText(
  news: readonly ActivityEntry[],
  people: People,
  i18n: Pick<I18n, 't' | 'list' | 'money'>,
  activity: readonly ActivityEntry[],
): string {
  const { t, list, money } = i18n;
  const [first, ...others] = news;
  if (first === undefined) return '';
  if (others.length === 0) {
    const { action, entity, fields } = first;
    const sentence = describeEntry(first, people, i18n, formerOf(first, activity));
    const isSum = action === 'expense.created' || action === 'settlement.created' || fields.includes('amount');
    return isSum && (entity.kind === 'expense' || entity.kind === 'settlement')
      ? `${sentence}, ${money(entity.state.amount, entity.state.currency)}`
      : sentence;
  }
  const names = [...new Set(news.map(({ actorId }) => people.fromNameOf(actorId)))];
  const named = names.length > NAMED ? [...names.slice(0, NAMED - 1), t('activity.others')] : names;
  return t('activity.news', { count: news.length, names: list(named) });
}
