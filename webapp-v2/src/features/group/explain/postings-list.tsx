import { minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Pause } from '../../../ui/pause.tsx';
import { useDrawn } from '../drawn.ts';
import { Older } from '../older.tsx';
import './postings.css';

export interface Posting {
  id: string;
  what: string;
  /** Below what it is. */
  details: string;
  /** Minor units; above zero is owed to the member. */
  effect: number;
}

interface PostingsListProps {
  postings: readonly Posting[];
  currency: string;
  /** What stands above them says whose side the amounts are on. */
  worded?: boolean;
  /** What they add up to, in minor units. What the postings lack of it is shown as one line of its own. */
  total: number;
}

/** Postings as in a ledger: lines with signed amounts, a double rule, and their sum. */
export function PostingsList({ postings, currency, worded = false, total }: PostingsListProps) {
  const { t } = useI18n();
  const { count, hasMore, more } = useDrawn(postings.length);
  const earlier = total - postings.reduce((sum, { effect }) => sum + effect, 0);
  return (
    <>
      <dl class="sums">
        {postings.slice(0, count).map(({ id, what, details, effect }) => (
          <Line key={id} what={what} details={details} amount={effect} currency={currency} worded={worded} />
        ))}
        {!hasMore && earlier !== 0 && <Line what={t('explain.earlier')} amount={earlier} currency={currency} worded={worded} />}
        {!hasMore && <Line sum what={t('explain.sum')} amount={total} currency={currency} worded={worded} />}
      </dl>
      {hasMore && <Older text={t('expenses.more')} count={count} load={more} />}
    </>
  );
}

interface LineProps {
  what: string;
  details?: string;
  amount: number;
  currency: string;
  worded: boolean;
  sum?: boolean;
}

function Line({ what, details = '', amount, currency, worded, sum = false }: LineProps) {
  return (
    <div class={sum ? 'postings-sum' : undefined}>
      <dt>
        {what}
        {details !== '' && (
          <span class="quiet">
            <Pause />
            {details}
          </span>
        )}
      </dt>
      <dd>
        <Amount value={minor(amount)} currency={currency} balance worded={worded} />
      </dd>
    </div>
  );
}
