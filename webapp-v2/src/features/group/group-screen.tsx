import { useMemo } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { OpenGroup } from '../../stores/open-group.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ExpenseDrafts } from './expense-form/drafts.ts';
import { GroupBody } from './group-body.tsx';
import type { Sharing } from './members/sharing.ts';
import { createPeople } from './people.ts';
import './group.css';
import { Page } from '../../ui/page.tsx';

export interface GroupScreenProps {
  groupId: string;
  section: string | undefined;
  group: OpenGroup;
  drafts: ExpenseDrafts;
  sharing: Sharing;
}

/** Whatever state the group is in; once it is there, nothing below is mounted anew when data changes. */
export function GroupScreen({ group: store, ...rest }: GroupScreenProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const group = store.group.value;
  const me = store.me.value;
  const people = useMemo(() => group && createPeople(group, me, i18n), [group, me, i18n]);

  const home = (
    <a class="button button-primary" href="/">
      {t('notFound.home')}
    </a>
  );
  if (store.status.value === 'gone') {
    return (
      <Page title={t('group.goneTitle')}>
        <EmptyState page title={t('group.goneTitle')} hint={t('group.goneHint')}>
          {home}
        </EmptyState>
      </Page>
    );
  }
  if (!group || !people) {
    return (
      <Page wide title={t('app.loading')}>
        {store.status.value === 'failed' ? (
          <EmptyState page title={t('group.failed')} hint={t('group.failedHint')}>
            {home}
          </EmptyState>
        ) : (
          <Skeleton rows={6} />
        )}
      </Page>
    );
  }
  return <GroupBody {...rest} store={store} group={group} people={people} />;
}
