import type { Member, Role } from '@splitifyd/shared/contract';
import type { LedgerState } from '../../ledger/change.ts';
import type { StoredGroup, StoredInvite } from '../../ports.ts';
import { createGroup } from '../groups.ts';

/** Group and people for tests of decisions: Mara made the group, everybody else is put into it as a test wants them. */
const founded = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  { id: 'm1', userId: 'account-of-mara', requestHash: 'h', ifMatch: undefined },
  1000,
).group;

export const person = (id: string, role: Role, joinedSeq = 2): Member => ({
  id,
  displayName: id,
  role,
  status: 'active',
  userId: `account-of-${id}`,
  version: 1,
  joinedSeq,
  leftSeq: null,
  leftAt: null,
});
export const placeholder = (id: string): Member => ({ ...person(id, 'member'), status: 'placeholder', userId: null });
export const gone = (id: string, leftSeq = 3): Member => ({ ...person(id, 'member'), status: 'left', leftSeq, leftAt: leftSeq });
/** A placeholder that was removed: nobody's place. */
export const dropped = (id: string): Member => ({ ...gone(id), userId: null });

export function groupOf(...members: Member[]): StoredGroup {
  const userIds = members.flatMap(({ userId, status }) => (userId !== null && status === 'active' ? [userId] : []));
  return { ...founded, members: Object.fromEntries(members.map((member) => [member.id, member])), userIds };
}

/** Mara's invitation for anybody; of the groups with `inviting`, it is open until 9000. */
export const invitation: StoredInvite = {
  ...{ id: 'i', role: 'viewer', claims: null, expiresAt: 9000, uses: 3, createdBy: 'mara' },
  ...{ groupId: 'g', createdAt: 1, issuedSeq: 9, revokedAt: null },
};

export const inviting = (...members: Member[]): StoredGroup => ({
  ...groupOf(person('mara', 'admin'), ...members),
  openInvites: { i: { by: 'mara', since: 9, until: 9000 } },
});

/** Nothing is found and no version was named, unless a test says so. */
export const state = <Actor>(
  group: StoredGroup,
  actor: Actor,
  { found = null, ifMatch }: Partial<Pick<LedgerState<Actor>, 'found' | 'ifMatch'>> = {},
): LedgerState<Actor> => ({ group, actor, found, ifMatch });

/** How a decision ends: its problem's code, or `done`. */
export function codeOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'done';
  } catch (refusal) {
    return refusal instanceof Error && 'code' in refusal ? String(refusal.code) : 'thrown';
  }
}
