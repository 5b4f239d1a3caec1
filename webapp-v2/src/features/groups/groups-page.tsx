import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import type { DraftShelf } from '../../stores/draft-shelf.ts';
import { Button } from '../../ui/button.tsx';
import { useDrafts } from '../../ui/editing/use-drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CreateGroupSheet } from './create-group-sheet.tsx';
import { GroupRow } from './group-row.tsx';
import { OwnTotals, OwnTotalsToCome } from './own-totals.tsx';
import { UnsavedNotices } from './unsaved-notices.tsx';
import './groups-page.css';

interface GroupsPageProps {
  groupList: GroupListStore;
  drafts: DraftShelf;
  /** How the reader is called elsewhere; offered as their name in a new group. */
  displayName: string;
  /** The reader's own choice for new groups; null: by their region. */
  currency: string | null;
  /** The group that the reader has just left or ended: told here once. */
  leftName: Signal<string | null>;
  onOpen: (groupId: string) => void;
}

export function GroupsPage({ groupList, drafts: kept, displayName, currency, leftName, onOpen }: GroupsPageProps) {
  const { t } = useI18n();
  const creating = useSignal(false);
  const drafts = useDrafts(kept);
  const groups = groupList.groups.value;
  const status = groupList.status.value;
  useEffect(
    () => () => {
      leftName.value = null;
    },
    [leftName],
  );
  const open = () => {
    creating.value = true;
  };

  return (
    <Page wide class="groups" title={t('groups.title')}>
      <UnsavedNotices unseen={groupList.unseenNotices.value} />
      {groups.length > 0 && <OwnTotals totals={groupList.totals.value} />}
      {groups.length === 0 && status === 'loading' && <OwnTotalsToCome />}
      <div class="groups-main leaf">
        <header class="groups-header">
          <h1 class="heading heading-title">{t('groups.title')}</h1>
          {groups.length > 0 && (
            <Button icon="plus" onClick={open}>
              {t('groups.new')}
            </Button>
          )}
        </header>
        {leftName.value !== null && <p class="hint">{t('groups.left', { name: leftName.value })}</p>}
        {groups.length > 0 && (
          <ul class="rows groups-list">
            {groups.map((group) => (
              <GroupRow key={group.id} group={group} />
            ))}
          </ul>
        )}
        {groups.length === 0 && status === 'loading' && <Skeleton rows={4} />}
        {groups.length === 0 && status === 'ready' && (
          <EmptyState title={t('groups.emptyTitle')} hint={t('groups.emptyHint')}>
            <Button look="primary" icon="plus" onClick={open}>
              {t('groups.createFirst')}
            </Button>
          </EmptyState>
        )}
        {groups.length === 0 && status === 'failed' && (
          <EmptyState title={t('groups.failed')} hint={t('groups.failedHint')}>
            <Button look="primary" onClick={() => groupList.refresh()}>
              {t('action.tryAgain')}
            </Button>
          </EmptyState>
        )}
        {groups.length === 0 && status === 'outdated' && (
          <EmptyState title={t('app.outdated')} hint={t('app.outdatedHint')}>
            <Button look="primary" onClick={() => location.reload()}>
              {t('app.reload')}
            </Button>
          </EmptyState>
        )}
      </div>
      {creating.value && (
        <CreateGroupSheet
          drafts={drafts}
          displayName={displayName}
          currency={currency}
          create={(input) => groupList.create(input)}
          onCreated={onOpen}
          onClose={() => {
            creating.value = false;
          }}
        />
      )}
    </Page>
  );
}
