import { ZERO } from '@splitifyd/shared/domain';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { People } from '../people.ts';
import { sideText } from '../words/side-text.ts';
import { HistoryNote } from './history-note.tsx';
import { balancePostings } from './postings.ts';
import { PostingsList } from './postings-list.tsx';

interface BalanceExplanationProps {
  memberId: string;
  currency: string;
  store: OpenGroup;
  people: People;
  onClose: () => void;
}

/** Every expense and payment that a member has a part in, and how they add up to the balance. */
export function BalanceExplanation({ memberId, currency, store, people, onClose }: BalanceExplanationProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const [expenses, settlements] = [store.rows.value, store.settlements.value];
  const postings = useMemo(
    () => balancePostings(store.explain(memberId, currency), people, i18n),
    [memberId, currency, expenses, settlements, people, i18n],
  );
  const balance = store.balances.value[currency]?.[memberId] ?? ZERO;
  return (
    <Sheet
      title={memberId === people.me ? t('explain.yourTitle') : t('explain.title', { name: people.nameOf(memberId) })}
      onClose={onClose}
    >
      <p class="explain-note">
        {balance !== 0 && <span class="visually-hidden">{sideText(memberId, balance < 0, people, i18n)} </span>}
        <Amount value={balance} currency={currency} balance worded size="large" />
      </p>
      <HistoryNote store={store} />
      {postings.length === 0 && balance === 0 ? (
        <p class="explain-note">{t('explain.none')}</p>
      ) : (
        <PostingsList postings={postings} currency={currency} total={balance} />
      )}
    </Sheet>
  );
}
