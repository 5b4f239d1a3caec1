import { useSignal } from '@preact/signals';
import { type Group, type Member, mayCall, type Role } from '@splitifyd/shared/contract';
import type { OpenGroup } from '../../stores/group/open-group.ts';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ExpenseList } from './expenses/expense-list.tsx';
import { NothingYet } from './expenses/nothing-yet.tsx';
import { later } from './later.tsx';
import type { People } from './people.ts';
import { type Filter, NO_FILTER } from './search/filter.ts';
import type { Section } from './sections.ts';

const ActivityList = later(
  async () => (await import('./activity/activity-list.tsx')).ActivityList,
  () => <Skeleton rows={4} />,
);
const Members = later(
  async () => (await import('./members/members.tsx')).Members,
  () => <Skeleton rows={4} />,
);

interface GroupSectionProps {
  section: Section;
  role: Role | null;
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: Drafts;
  /** These stay the same functions. */
  onOpenExpense: (expenseId: string) => void;
  onOpenSettlement: (settlementId: string) => void;
  onInvite: (claims: Member | null) => void;
  onEditMember: (member: Member) => void;
}

/** The section that the address names; what was searched for outlasts a look at another one. */
function AddressedSection(props: GroupSectionProps) {
  const { section, role, store, group, people, drafts, onOpenExpense, onOpenSettlement, onInvite, onEditMember } = props;
  const filter = useSignal<Filter>(NO_FILTER);
  switch (section) {
    case 'activity':
      return <ActivityList store={store} people={people} />;
    case 'members':
      return <Members store={store} people={people} drafts={drafts} onInvite={onInvite} onEdit={onEditMember} />;
    default:
      return (
        <ExpenseList
          store={store}
          currency={group.currency}
          people={people}
          filter={filter}
          empty={<NothingYet role={role} people={people} onInvite={mayCall('createInvite', role) ? () => onInvite(null) : null} />}
          onOpenExpense={onOpenExpense}
          onOpenSettlement={onOpenSettlement}
        />
      );
  }
}

export const GroupSection = Object.assign(AddressedSection, {
  fetch: () => {
    ActivityList.fetch();
    Members.fetch();
  },
});
