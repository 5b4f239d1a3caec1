import { type Member, ROLES, type Role } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import type { StoredGroup } from '../ports.ts';
import { createGroup } from './groups.ts';
import { updateMember } from './members.ts';

const founded = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  { id: 'm1', userId: 'account-of-mara', requestHash: 'h', ifMatch: undefined },
  1000,
).group;
const { mara } = founded.members;
if (!mara) throw new Error('the founder is a member');

const person = (id: string, role: Role): Member => ({ ...mara, id, role, userId: `account-of-${id}` });
const jonte: Member = { ...person('jonte', 'member'), status: 'placeholder', userId: null };
const left: Member = { ...person('left', 'member'), status: 'left', leftSeq: 3, leftAt: 3 };

function attempt(actor: Member, memberId: string, edit: { displayName?: string; role?: Role }, ifMatch: number | undefined = 1): string {
  const everybody = [mara, actor, person('ylva', 'member'), jonte, left].filter((member) => member !== undefined);
  const group: StoredGroup = { ...founded, members: Object.fromEntries(everybody.map((member) => [member.id, member])) };
  try {
    return updateMember(memberId, edit)({ group, actor, found: null, ifMatch }, { seq: 9, at: 9 }) ? 'done' : 'nothing';
  } catch (refusal) {
    return refusal instanceof Error && 'code' in refusal ? String(refusal.code) : 'thrown';
  }
}

const WHO = { oneself: 'tove', another: 'ylva', placeholder: 'jonte' } as const;
/** Who may do what to whom. Everything else is forbidden. */
const ALLOWED: Record<Role, { rename: (keyof typeof WHO)[]; role: (keyof typeof WHO)[] }> = {
  viewer: { rename: ['oneself'], role: [] },
  member: { rename: ['oneself', 'placeholder'], role: [] },
  admin: { rename: ['oneself', 'another', 'placeholder'], role: ['oneself', 'another'] },
};

const cases = ROLES.flatMap((role) =>
  (Object.keys(WHO) as (keyof typeof WHO)[]).flatMap((whom) => [
    { role, whom, what: 'name', edit: { displayName: 'New' }, outcome: ALLOWED[role].rename.includes(whom) ? 'done' : 'forbidden' },
    {
      role,
      whom,
      what: 'role',
      edit: { role: role === 'viewer' ? ('member' as const) : ('viewer' as const) },
      // A placeholder has no role that could be edited, by administrators either.
      outcome: ALLOWED[role].role.includes(whom) ? 'done' : role === 'admin' ? 'invalid-request' : 'forbidden',
    },
  ]),
);

test.for(cases)('[REST30] a $role who edits the $what of $whom: $outcome', ({ role, whom, edit, outcome }) => {
  expect(attempt(person('tove', role), WHO[whom], edit)).toBe(outcome);
});

test('[REST30] who left, and who never was there, is not there to be edited', () => {
  expect(attempt(person('tove', 'admin'), 'left', { displayName: 'New' })).toBe('not-found');
  expect(attempt(person('tove', 'admin'), 'nobody', { displayName: 'New' })).toBe('not-found');
});

test('[REST31] the last administrator stays one, whoever asks; what changes nothing is no demotion', () => {
  expect(attempt(mara, 'mara', { role: 'member' })).toBe('last-admin');
  expect(attempt(person('tove', 'admin'), 'mara', { role: 'member' })).toBe('done');
  expect(attempt(mara, 'mara', { role: 'admin' })).toBe('nothing');
});
