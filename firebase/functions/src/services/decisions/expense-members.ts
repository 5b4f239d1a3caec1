import { type Expense, isPresent } from '@splitifyd/shared/contract';
import type { StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';

type Parties = Pick<Expense, 'payers' | 'split'>;

/** Where each member is named: field path → member id. */
const named = ({ payers, split }: Parties): [path: string, memberId: string][] => [
  ...Object.keys(payers).map((id): [string, string] => [`payers.${id}`, id]),
  ...Object.keys(split.entries).map((id): [string, string] => [`split.entries.${id}`, id]),
];

/**
 * New money concerns members who are there. Who left stays valid in an expense that already names them, so that an old expense can
 * still be corrected.
 * @throws Problem `member-unavailable`
 */
export function requireAvailable(group: StoredGroup, parties: Parties, before: Parties | null): void {
  const known = new Set(before ? named(before).map(([, id]) => id) : []);
  const missing = named(parties).filter(([, id]) => !known.has(id) && !isPresent(group.members[id]));
  if (missing.length === 0) return;
  const errors = missing.map(([path]) => ({ path, message: 'not, or no longer, a member of this group' }));
  throw new Problem('member-unavailable', { errors });
}
