import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { OpenGroup } from '../../stores/group/open-group.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusContent } from '../../ui/focus.ts';
import { Page } from '../../ui/page.tsx';
import { GroupBody } from './group-body.tsx';
import { GroupSkeleton } from './group-skeleton.tsx';
import type { Sharing } from './invite/sharing.ts';
import { later } from './later.tsx';
import { ChangeNotices } from './notices/change-notices.tsx';
import { createPeople } from './people.ts';
import { usePeople } from './use-people.ts';
import './group.css';

const TypedBefore = later(async () => (await import('./notices/typed-before.tsx')).TypedBefore);

interface GroupScreenProps {
  groupId: string;
  section: string | undefined;
  group: OpenGroup;
  sharing: Sharing;
  onLeft: (name: string) => void;
}

/** Whatever state the group is in; once it is there, nothing below is mounted anew when data changes. */
export function GroupScreen({ group: store, ...rest }: GroupScreenProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const group = store.group.value;
  const people = usePeople(group, store.me.value);
  /** Of a group that is gone, what is known from before. */
  const last = useRef({ name: group?.name, people });
  if (group && people) last.current = { name: group.name, people };
  const isGone = store.status.value === 'gone';
  // What had the focus went with the group.
  useEffect(() => {
    if (isGone) focusContent();
  }, [isGone]);

  if (isGone) {
    const name = last.current.name ?? store.foreknown.value.name;
    const known = last.current.people ?? createPeople({ members: {} }, null, i18n);
    const title = name === null ? t('group.strangerTitle') : t('groups.departed', { name });
    // By the reader, who is on their way home.
    if (store.isLeaving.value) return <Page title={title}>{null}</Page>;
    return (
      <Page title={title}>
        <div role="alert">
          <EmptyState page title={title} hint={t(name === null ? 'group.strangerHint' : 'group.goneHint')}>
            <a class="button button-primary" href="/">
              {t('notFound.home')}
            </a>
          </EmptyState>
        </div>
        <ChangeNotices notices={store.notices.value} people={known} onReview={null} onDismiss={(noticeId) => store.dismiss(noticeId)} />
        <TypedBefore drafts={store.drafts} people={known} />
      </Page>
    );
  }
  if (!group || !people) {
    const isOutdated = store.status.value === 'outdated';
    if (store.status.value !== 'failed' && !isOutdated) {
      return <GroupSkeleton groupId={rest.groupId} section={rest.section} hasDescription={store.foreknown.value.hasDescription} />;
    }
    const title = t(isOutdated ? 'app.outdated' : 'group.failed');
    return (
      <Page title={title}>
        <EmptyState page title={title} hint={t(isOutdated ? 'app.outdatedHint' : 'group.failedHint')}>
          <Button look="primary" onClick={() => (isOutdated ? location.reload() : store.retry())}>
            {t(isOutdated ? 'app.reload' : 'action.tryAgain')}
          </Button>
          <a class="button button-secondary" href="/">
            {t('notFound.home')}
          </a>
        </EmptyState>
      </Page>
    );
  }
  return <GroupBody {...rest} store={store} group={group} people={people} />;
}
