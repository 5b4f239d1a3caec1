import { useSignal } from '@preact/signals';
import { type Group, mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../i18n/context.ts';
import type { OpenGroup } from '../../stores/open-group.ts';
import { Page } from '../../ui/page.tsx';
import { SectionLinks } from '../../ui/section-links.tsx';
import { ActivityList } from './activity/activity-list.tsx';
import { BalanceSheet } from './balances/balance-sheet.tsx';
import type { ExpenseDrafts } from './expense-form/drafts.ts';
import { ExpenseSheets, type OpenSheet } from './expense-sheets.tsx';
import { ExpenseList } from './expenses/expense-list.tsx';
import { GroupHeader } from './group-header.tsx';
import { Members } from './members/members.tsx';
import type { Sharing } from './members/sharing.ts';
import { ChangeNotices } from './notices/change-notices.tsx';
import type { People } from './people.ts';
import { SECTIONS, sectionOf } from './sections.ts';

export interface GroupBodyProps {
  groupId: string;
  section: string | undefined;
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: ExpenseDrafts;
  sharing: Sharing;
}

export function GroupBody({ groupId, section, store, group, people, drafts, sharing }: GroupBodyProps) {
  const { t } = useI18n();
  const sheet = useSignal<OpenSheet | null>(null);
  const current = sectionOf(section);
  const role = store.me.value?.role ?? null;
  const mayAdd = mayCall('createExpense', role);
  const show = (next: OpenSheet | null) => {
    sheet.value = next;
  };

  return (
    <Page wide class={`group group-at-${current}`} title={group.name}>
      <GroupHeader group={group} me={people.me} balances={store.balances.value} onAdd={mayAdd ? () => show({ kind: 'new' }) : null} />
      <ChangeNotices
        notices={store.notices.value}
        people={people}
        onReview={(notice) => show({ kind: 'review', notice })}
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
            <ExpenseList mayAdd={mayAdd} store={store} people={people} onOpen={(expenseId) => show({ kind: 'detail', expenseId })} />
          )}
          {current === 'activity' && <ActivityList entries={store.activity.value} people={people} />}
          {current === 'members' && <Members store={store} group={group} people={people} sharing={sharing} />}
        </section>
        <aside class="group-aside" aria-label={t('group.balances')}>
          <BalanceSheet ownCurrency={group.currency} balances={store.balances.value} transfers={store.transfers.value} people={people} />
        </aside>
      </div>
      <ExpenseSheets groupId={groupId} store={store} group={group} people={people} drafts={drafts} open={sheet.value} onShow={show} />
    </Page>
  );
}
