import { useSignal } from '@preact/signals';
import { type Group, type Member, mayCall } from '@splitifyd/shared/contract';
import { useEffect, useMemo } from 'preact/hooks';
import type { OpenGroup } from '../../stores/group/open-group.ts';
import { useDrafts } from '../../ui/editing/use-drafts.ts';
import { Page } from '../../ui/page.tsx';
import { GroupAside } from './group-aside.tsx';
import { GroupFrame } from './group-frame.tsx';
import { GroupHeader } from './group-header.tsx';
import { GroupSection } from './group-section.tsx';
import type { Sharing } from './invite/sharing.ts';
import { later } from './later.tsx';
import { OwnNotices } from './notices/own-notices.tsx';
import type { People } from './people.ts';
import { sectionOf } from './sections.ts';
import { fetchSheets, GroupSheets } from './sheets/group-sheets.tsx';
import type { OpenSheet } from './sheets/open-sheet.ts';

const InviteSheet = later(async () => (await import('./invite/invite-sheet.tsx')).InviteSheet);
const Unreachable = later(async () => (await import('./notices/unreachable.tsx')).Unreachable);
const NewsTeller = later(async () => (await import('./activity/news-teller.tsx')).NewsTeller);
const UndoToasts = later(async () => (await import('./undo/undo-toasts.tsx')).UndoToasts);

interface GroupBodyProps {
  groupId: string;
  section: string | undefined;
  store: OpenGroup;
  group: Group;
  people: People;
  sharing: Sharing;
  onLeft: (name: string) => void;
}

export function GroupBody({ groupId, section, store, group, people, sharing, onLeft }: GroupBodyProps) {
  const sheet = useSignal<OpenSheet | null>(null);
  /** Whom an invitation is being made for: anybody, or one placeholder. */
  const inviting = useSignal<{ claims: Member | null } | null>(null);
  const drafts = useDrafts(store.drafts);
  // Once the group is on screen: what is likely opened next.
  useEffect(() => {
    fetchSheets();
    GroupSection.fetch();
    InviteSheet.fetch();
  }, []);
  const current = sectionOf(section);
  const role = store.me.value?.role ?? null;
  /** All stay the same functions, so that what is drawn with them stays as well. */
  const actions = useMemo(() => {
    const show = (next: OpenSheet | null) => {
      sheet.value = next;
    };
    return {
      show,
      onInvite: (claims: Member | null) => {
        inviting.value = { claims };
      },
      onOpenExpense: (expenseId: string) => show({ kind: 'expense', expenseId }),
      onOpenSettlement: (settlementId: string) => show({ kind: 'settlement', settlementId }),
      onEditMember: (member: Member) => show({ kind: 'member', member }),
    };
  }, [sheet, inviting]);
  const { show, ...openers } = actions;

  return (
    <Page wide class={`group group-at-${current}`} title={group.name}>
      <UndoToasts store={store} />
      <GroupHeader
        group={group}
        people={people}
        balances={store.balances}
        onAdd={mayCall('createExpense', role) ? () => show({ kind: 'newExpense' }) : null}
        onSettings={() => show({ kind: 'settings' })}
      />
      <OwnNotices store={store} people={people} drafts={drafts} onShow={show} />
      <Unreachable store={store} drafts={drafts} people={people} isSheetOpen={sheet.value !== null} />
      <GroupFrame
        groupId={groupId}
        current={current}
        aside={
          <GroupAside
            store={store}
            group={group}
            people={people}
            maySettle={mayCall('createSettlement', role) && people.all.length > 1}
            onShow={show}
          />
        }
      >
        <GroupSection section={current} role={role} store={store} group={group} people={people} drafts={drafts} {...openers} />
      </GroupFrame>
      <NewsTeller store={store} people={people} />
      <GroupSheets
        store={store}
        group={group}
        people={people}
        drafts={drafts}
        open={sheet.value}
        onShow={show}
        onLeft={() => onLeft(group.name)}
      />
      {inviting.value && (
        <InviteSheet
          groupName={group.name}
          claims={inviting.value.claims}
          createInvite={store.createInvite}
          sharing={sharing}
          onClose={() => {
            inviting.value = null;
          }}
        />
      )}
    </Page>
  );
}
