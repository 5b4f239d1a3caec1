import type { Member } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { MemberEdit } from '../../../stores/group/group-actions.ts';
import type { Editable } from '../../../ui/editing/rebase.ts';

/** What can be changed of a member, as it is being typed. */
export type MemberForm = Pick<Member, 'displayName' | 'role'>;

export const memberFormOf = ({ displayName, role }: MemberForm): MemberForm => ({ displayName, role });

/** What changed from `before` to `after`; null where nothing did. */
export function memberEditOf(before: MemberForm, { displayName, role }: MemberForm): MemberEdit | null {
  const edit: MemberEdit = {};
  if (displayName !== before.displayName) edit.displayName = displayName;
  if (role !== before.role) edit.role = role;
  return Object.keys(edit).length > 0 ? edit : null;
}

export const editableMember = {
  formOf: memberFormOf,
  contentOf: ({ displayName, role }: MemberForm): MemberForm => ({ displayName: normaliseLine(displayName), role }),
  editOf: memberEditOf,
  units: { displayName: ['displayName'], role: ['role'] },
} as const satisfies Editable<Member, MemberForm, MemberForm, MemberEdit> & { contentOf(form: MemberForm): MemberForm };
