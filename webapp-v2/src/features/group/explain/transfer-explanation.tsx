import type { Group } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { People } from '../people.ts';
import type { Suggestion } from '../settle/new-settlement.tsx';
import { sideText } from '../words/side-text.ts';
import { transferWords } from '../words/transfer-words.ts';
import { HistoryNote } from './history-note.tsx';
import { pairPostings } from './postings.ts';
import '../details/detail.css';
import { type Posting, PostingsList } from './postings-list.tsx';

interface TransferExplanationProps {
  suggestion: Suggestion;
  store: OpenGroup;
  group: Group;
  people: People;
  onBalance: (memberId: string) => void;
  onClose: () => void;
}

/** Why somebody is to pay somebody: from both balances where debts are simplified, from what the two share where not. */
export function TransferExplanation({ suggestion, store, group, people, onBalance, onClose }: TransferExplanationProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { from, to, amount, currency } = suggestion;
  const { simplifyDebts } = group.settings;
  return (
    <Sheet title={transferWords(suggestion, people, i18n)} onClose={onClose}>
      <p class="explain-note">
        <Amount value={amount} currency={currency} size="large" />
      </p>
      <p class="explain-note">{t(simplifyDebts ? 'explain.simplified' : 'explain.pairwise')}</p>
      {simplifyDebts ? (
        <>
          <Side memberId={from} suggestion={suggestion} store={store} people={people} onBalance={onBalance} />
          <Side memberId={to} suggestion={suggestion} store={store} people={people} onBalance={onBalance} />
        </>
      ) : (
        <Pair suggestion={suggestion} store={store} people={people} />
      )}
    </Sheet>
  );
}

type PartProps = Pick<TransferExplanationProps, 'suggestion' | 'store' | 'people'>;

/** All that one of the two is to pay or to get, which is their whole balance. */
function Side({ memberId, suggestion, store, people, onBalance }: PartProps & { memberId: string; onBalance: (memberId: string) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { currency } = suggestion;
  const pays = memberId === suggestion.from;
  const balance = store.balances.value[currency]?.[memberId] ?? 0;
  const postings = (store.transfers.value[currency] ?? []).flatMap((transfer): Posting[] => {
    const [own, other] = pays ? [transfer.from, transfer.to] : [transfer.to, transfer.from];
    if (own !== memberId) return [];
    return [
      {
        id: other,
        what: pays ? t('explain.payTo', { name: people.toNameOf(other) }) : t('explain.payFrom', { name: people.fromNameOf(other) }),
        details: '',
        effect: pays ? 0 - transfer.amount : transfer.amount,
      },
    ];
  });
  const name = people.nameOf(memberId);
  return (
    <section>
      <h3 class="detail-heading">{sideText(memberId, pays, people, i18n)}</h3>
      <PostingsList postings={postings} currency={currency} worded total={minor(balance)} />
      <div class="explain-more">
        <Button look="plain" label={t('explain.balanceLabel', { name })} onClick={() => onBalance(memberId)}>
          {t('explain.details')}
        </Button>
      </div>
    </section>
  );
}

function Pair({ suggestion, store, people }: PartProps) {
  const i18n = useI18n();
  const [expenses, settlements] = [store.rows.value, store.settlements.value];
  const postings = useMemo(
    () => pairPostings(suggestion, expenses, settlements, people, i18n),
    [suggestion, expenses, settlements, people, i18n],
  );
  return (
    <>
      <HistoryNote store={store} />
      <PostingsList postings={postings} currency={suggestion.currency} total={suggestion.amount} />
    </>
  );
}
