import type { ActivityEntry, Expense } from '@splitifyd/shared/contract';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { useDrawn } from '../drawn.ts';
import { Older } from '../older.tsx';
import type { People } from '../people.ts';
import { describeEntry } from './describe-entry.ts';
import { formerOf } from './payers-told.ts';
import './activity-list.css';

export function ActivityList({ store, people }: { store: OpenGroup; people: People }) {
  const { t } = useI18n();
  const entries = store.activity.value;
  const drawn = useDrawn(entries.length, { hasMore: store.hasMoreActivity.value, load: store.loadMoreActivity });
  if (entries.length === 0 && !drawn.hasMore) return <p class="quiet">{t('activity.empty')}</p>;
  return (
    <>
      <ol class="rows">
        {entries.slice(0, drawn.count).map((entry) => (
          <Entry key={entry.id} entry={entry} former={formerOf(entry, entries)} people={people} />
        ))}
      </ol>
      {drawn.hasMore && <Older text={t('activity.more')} count={drawn.count} load={drawn.more} />}
    </>
  );
}

function Entry({ entry, former, people }: { entry: ActivityEntry; former: Expense | null; people: People }) {
  const i18n = useI18n();
  const { entity } = entry;
  const actor = people.all.find(({ id }) => id === entry.actorId);
  return useMemo(
    () => (
      <li class="activity-entry">
        <Avatar name={actor?.displayName ?? '?'} id={entry.actorId} />
        <div class="activity-text">
          <span>{describeEntry(entry, people, i18n, former)}</span>
          <When at={entry.at} />
        </div>
        {(entity.kind === 'expense' || entity.kind === 'settlement') && (
          <span class={entity.state.deletedAt === null ? 'activity-amount' : 'activity-amount activity-struck'}>
            <Amount value={entity.state.amount} currency={entity.state.currency} />
          </span>
        )}
      </li>
    ),
    [entry, former, people, i18n],
  );
}

/** By itself, so that passing time draws nothing else anew. */
function When({ at }: { at: number }) {
  const { relative, moment } = useI18n();
  return (
    <time class="quiet" dateTime={new Date(at).toISOString()} title={moment(at)}>
      {relative(at)}
    </time>
  );
}
