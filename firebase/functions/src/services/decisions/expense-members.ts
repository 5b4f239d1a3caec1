import type { Expense, Member } from '@splitifyd/shared/contract';
import type { StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';

type Parties = Pick<Expense, 'payers' | 'split'>;

const named = ({ payers, split }: Parties): string[] => [...Object.keys(payers), ...Object.keys(split.entries)];

/**
 * New money concerns members who are there. Who left stays valid in an expense that already names them, so that an old expense can still be corrected.
 * @throws Problem `member-unavailable`
 */
export function requireAvailable(group: StoredGroup, parties: Parties, before: Parties | null): void {
  const known = new Set(before ? named(before) : []);
  const isAvailable = (member: Member | undefined) => member !== undefined && member.status !== 'left';
  const missing = [...new Set(named(parties))].filter((id) => !known.has(id) && !isAvailable(group.members[id]));
  if (missing.length === 0) return;
  throw new Problem('member-unavailable', {
    errors: missing.map((id) => ({ path: id, message: 'not, or no longer, a member of this group' })),
  });
}
