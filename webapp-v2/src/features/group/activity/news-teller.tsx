import type { ActivityEntry } from '@splitifyd/shared/contract';
import { useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { useUnheard } from '../../../ui/sheet-stack.ts';
import { ownBalances, settledKey } from '../own-balances.ts';
import type { People } from '../people.ts';
import { balanceText } from '../words/balance-text.ts';
import { newsText } from './news-text.ts';
import { balanceKey, type Told, tell } from './telling.ts';

interface NewsTellerProps {
  store: OpenGroup;
  people: People;
}

/** Tells assistive technology what sight would notice by itself: what others do, and the reader's new balance. Nothing of what was there before. */
export function NewsTeller({ store, people }: NewsTellerProps) {
  const i18n = useI18n();
  const [group, balances, news] = [store.group.value, store.balances.value, store.news.value];
  const own = ownBalances(balances, people.me, group?.currency ?? '');
  const settled = settledKey(balances);
  const balance = balanceKey(own, settled);
  const isUnheard = useUnheard();
  const words = {
    news: (latest: readonly ActivityEntry[]) => newsText(latest, people, i18n, store.activity.peek()),
    balance: () => balanceText(own, i18n, i18n.t(settled)),
  };
  const told = useRef<Told<ActivityEntry>>({ news, untold: [], balance, text: '', turn: 0 });
  told.current = tell(told.current, news, balance, words, isUnheard);
  const { text, turn } = told.current;
  return (
    <p class="visually-hidden" role="status">
      {/* Another element each time, or the same words would not be told again. */}
      {text && <span key={turn}>{text}</span>}
    </p>
  );
}
