import type { ActivityEntry } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import type { People } from '../people.ts';
import { describeEntry } from './describe-entry.ts';
import './activity-list.css';

export function ActivityList({ entries, people }: { entries: readonly ActivityEntry[]; people: People }) {
  const i18n = useI18n();
  if (entries.length === 0) return <p class="quiet">{i18n.t('activity.empty')}</p>;
  return (
    <ol class="activity">
      {entries.map((entry) => (
        <li key={entry.id} class="activity-entry">
          <Avatar name={people.all.find(({ id }) => id === entry.actorId)?.displayName ?? '?'} id={entry.actorId} />
          <div class="activity-text">
            <span>{describeEntry(entry, people, i18n)}</span>
            <time class="quiet" dateTime={new Date(entry.at).toISOString()} title={i18n.moment(entry.at)}>
              {i18n.relative(entry.at)}
            </time>
          </div>
          {entry.entity.kind === 'expense' && (
            <span class={entry.action === 'expense.deleted' ? 'activity-amount activity-struck' : 'activity-amount'}>
              <Amount value={entry.entity.state.amount} currency={entry.entity.state.currency} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
