import { useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { People } from '../people.ts';
import { newsText } from './news-text.ts';

/** Tells assistive technology what others do, which sight would notice by itself; nothing of what was there before. */
export function NewsTeller({ store, people }: { store: OpenGroup; people: People }) {
  const i18n = useI18n();
  const before = useRef(store.news.peek());
  const news = store.news.value;
  const last = news === before.current ? undefined : news.at(-1);
  return (
    <p class="visually-hidden" role="status">
      {/* Another element each time, or the same words would not be told again. */}
      {last && <span key={last.id}>{newsText(news, people, i18n)}</span>}
    </p>
  );
}
