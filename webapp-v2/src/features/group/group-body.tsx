import { useSignal } from '@preact/signals';
import { type Group, mayCall } from '@splitifyd/shared/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { Notice, OpenGroup } from '../../stores/open-group.ts';
import { Page } from '../../ui/page.tsx';
import { SectionLinks } from '../../ui/section-links.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActivityList } from './activity/activity-list.tsx';
import { BalanceSheet } from './balances/balance-sheet.tsx';
import { createDrafts } from './editing/drafts.ts';
import { ExpenseList } from './expenses/expense-list.tsx';
import { GroupHeader } from './group-header.tsx';
import { later } from './later.tsx';
import type { Sharing } from './members/sharing.ts';
import { ChangeNotices } from './notices/change-notices.tsx';
import type { People } from './people.ts';
import { type Filter, NO_FILTER } from './search/filter.ts';
import { SECTIONS, sectionOf } from './sections.ts';
import { fetchSheets, GroupSheets } from './sheets/group-sheets.tsx';
import type { OpenSheet } from './sheets/open-sheet.ts';
import { UndoToasts } from './undo/undo-toasts.tsx';

const Members = later(
  async () => (await import('./members/members.tsx')).Members,
  () => <Skeleton rows={4} />,
);

export interface GroupBodyProps {
  groupId: string;
  section: string | undefined;
  store: OpenGroup;
  group: Group;
  people: People;
  sharing: Sharing;
  onLeft: () => void;
}

export function GroupBody({ groupId, section, store, group, people, sharing, onLeft }: GroupBodyProps) {
  const { t } = useI18n();
  const sheet = useSignal<OpenSheet | null>(null);
  const filter = useSignal<Filter>(NO_FILTER);
  const [drafts] = useState(() => createDrafts(store.drafts));
  useEffect(() => () => drafts.close(), [drafts]);
  // Once the group is on screen: what is likely opened next.
  useEffect(() => {
    fetchSheets();
    Members.fetch();
  }, []);
  const current = sectionOf(section);
  const role = store.me.value?.role ?? null;
  const mayAdd = mayCall('createExpense', role);
  const { show, ...openers } = useMemo(() => {
    const open = (next: OpenSheet | null) => {
      sheet.value = next;
    };
    return {
      show: open,
      onOpenExpense: (expenseId: string) => open({ kind: 'expense', expenseId }),
      onOpenSettlement: (settlementId: string) => open({ kind: 'settlement', settlementId }),
    };
  }, [sheet]);

  return (
    <Page wide class={`group group-at-${current}`} title={group.name}>
      <UndoToasts undoable={store.undoable.value} onUndo={(mutationId) => store.undo(mutationId)} />
      <GroupHeader
        group={group}
        me={people.me}
        balances={store.balances.value}
        onAdd={mayAdd ? () => show({ kind: 'newExpense' }) : null}
        onSettings={() => show({ kind: 'settings' })}
      />
      <ChangeNotices
        notices={store.notices.value}
        people={people}
        onReview={(notice) => show(reviewOf(notice))}
        onDismiss={(noticeId) => store.dismiss(noticeId)}
      />
      <SectionLinks
        label={t('group.sections')}
        links={SECTIONS.map((name) => ({
          href: name === 'expenses' ? `/groups/${groupId}` : `/groups/${groupId}/${name}`,
          text: t(`group.${name}`),
          current: name === current,
          narrowOnly: name === 'balances',
        }))}
      />
      {/* Wide screens always show the balances beside; there, their own address shows the expenses. */}
      <div class="group-columns">
        <section class="group-main" aria-label={t(current === 'balances' ? 'group.expenses' : `group.${current}`)}>
          {(current === 'expenses' || current === 'balances') && (
            <ExpenseList store={store} group={group} people={people} filter={filter} mayAdd={mayAdd} {...openers} />
          )}
          {current === 'activity' && <ActivityList store={store} people={people} />}
          {current === 'members' && <Members store={store} group={group} people={people} sharing={sharing} />}
        </section>
        <aside class="group-aside" aria-label={t('group.balances')}>
          <BalanceSheet
            ownCurrency={group.currency}
            balances={store.balances.value}
            transfers={store.transfers.value}
            people={people}
            onSettle={mayCall('createSettlement', role) ? (suggestion) => show({ kind: 'newSettlement', suggestion }) : null}
            onExplainBalance={(memberId, currency) => show({ kind: 'explainBalance', memberId, currency })}
            onExplainTransfer={(suggestion) => show({ kind: 'explainTransfer', suggestion })}
          />
        </aside>
      </div>
      <GroupSheets store={store} group={group} people={people} drafts={drafts} open={sheet.value} onShow={show} onLeft={onLeft} />
    </Page>
  );
}

const reviewOf = (notice: Notice): OpenSheet =>
  notice.kind === 'expense' ? { kind: 'refusedExpense', notice } : { kind: 'refusedSettlement', notice };
