import { type Member, ROLES } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { entity } from '@splitifyd/shared/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../membership.ts';
import { deleteGroup, detachAccount, removeMember } from './leaving.ts';
import { codeOf, groupOf, person, placeholder, state } from './testing/household.ts';

const STAMP = { seq: 50, at: 5000 };

describe('removeMember', () => {
  const cases = ROLES.flatMap((role) =>
    (['oneself', 'another', 'a placeholder'] as const).map((whom) => ({
      role,
      whom,
      outcome: whom === 'oneself' || role === 'admin' ? 'done' : 'forbidden',
    })),
  );
  test.for(cases)('[REST32] a $role who removes $whom: $outcome', ({ role, whom, outcome }) => {
    const actor = person('tove', role);
    const group = groupOf(person('mara', 'admin'), actor, person('ylva', 'member'), placeholder('jonte'));
    const memberId = { oneself: 'tove', another: 'ylva', 'a placeholder': 'jonte' }[whom];
    expect(codeOf(() => removeMember(memberId)(state(group, actor, { ifMatch: 1 }), STAMP))).toBe(outcome);
  });

  test('[REST32] a refusal for the role comes before those that tell something of the member', () => {
    const actor = person('tove', 'member');
    const group = { ...groupOf(person('mara', 'admin'), actor), balances: { EUR: { mara: minor(5), tove: minor(-5) } } };
    expect(codeOf(() => removeMember('mara')(state(group, actor), STAMP))).toBe('forbidden');
    expect(codeOf(() => removeMember('tove')(state(group, actor), STAMP))).toBe('precondition-required');
    expect(codeOf(() => removeMember('tove')(state(group, actor, { ifMatch: 2 }), STAMP))).toBe('stale-version');
    expect(codeOf(() => removeMember('tove')(state(group, actor, { ifMatch: 1 }), STAMP))).toBe('balance-open');
    expect(codeOf(() => removeMember('nobody')(state(group, actor, { ifMatch: 1 }), STAMP))).toBe('not-found');
  });

  test('[REST32] who goes keeps the place and loses the access', () => {
    const actor = person('tove', 'member');
    const change = removeMember('tove')(state(groupOf(person('mara', 'admin'), actor), actor, { ifMatch: 1 }), STAMP);
    expect(change).toMatchObject({
      group: { userIds: ['account-of-mara'] },
      action: 'member.left',
      entity: { state: { status: 'left', userId: 'account-of-tove', leftSeq: 50, leftAt: 5000, version: 2 } },
      alongside: { departed: ['account-of-tove'] },
    });
  });
});

test('[REST33] [REST34] the deletion of a group ends every membership, and everybody with an account keeps a note', () => {
  const mara = person('mara', 'admin');
  const left: Member = { ...person('ylva', 'member'), status: 'left', leftSeq: 4, leftAt: 4 };
  const change = deleteGroup(state(groupOf(mara, person('tove', 'viewer'), placeholder('jonte'), left), mara, { ifMatch: 1 }), STAMP);
  expect(change?.alongside?.departed).toEqual(['account-of-mara', 'account-of-tove']);
  expect(change?.group).toMatchObject({ userIds: [], deletedAt: 5000 });
  const { mara: first, tove, jonte, ylva } = change?.group.members ?? {};
  for (const gone of [first, tove]) expect(gone).toMatchObject({ status: 'left', leftSeq: 50, leftAt: 5000 });
  expect(jonte?.status).toBe('placeholder');
  expect(ylva).toEqual(left);
});

const members = fc
  .array(fc.record({ role: fc.constantFrom(...ROLES), joinedSeq: fc.nat(20), status: fc.constantFrom('active', 'left', 'placeholder') }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(({ role, joinedSeq, status }, nth): Member => {
      const id = `m${nth}`;
      if (status === 'placeholder') return placeholder(id);
      return status === 'active'
        ? person(id, role, joinedSeq)
        : { ...person(id, role, joinedSeq), status: 'left', leftSeq: 30, leftAt: 30 };
    }),
  );

test('[REST31] [REST38] whoever deletes their account, a group keeps an administrator or ends, and no balance moves', () => {
  fc.assert(
    fc.property(members, (everybody) => {
      const group = groupOf(...everybody);
      const [leaving] = everybody.filter(({ status }) => status === 'active');
      const change = detachAccount(leaving?.userId ?? 'nobody')(state(group, null), STAMP);
      if (!leaving) {
        expect(change).toBeNull();
        return;
      }
      const after = Object.values(change?.group.members ?? {});
      const remaining = after.filter(({ status }) => status === 'active');
      expect(after.map(({ id }) => id).sort()).toEqual(everybody.map(({ id }) => id).sort());
      expect(after.find(({ id }) => id === leaving.id)).toMatchObject({ status: 'placeholder', userId: null });
      expect(change?.group.userIds).toEqual(group.userIds.filter((userId) => userId !== leaving.userId));
      expect(change?.group).not.toHaveProperty('balances');
      if (remaining.length === 0) expect(change).toMatchObject({ action: 'group.deleted', group: { deletedAt: 5000 } });
      else {
        expect(change).toMatchObject({ action: 'member.detached' });
        expect(change?.group).not.toHaveProperty('deletedAt');
      }
      const hadOther = everybody.some(({ id, role, status }) => id !== leaving.id && role === 'admin' && status === 'active');
      const promoted = remaining.filter((member) => member.role !== group.members[member.id]?.role);
      expect(promoted).toHaveLength(remaining.length > 0 && !hadOther ? 1 : 0);
      for (const { joinedSeq, role } of promoted) {
        expect(role).toBe('admin');
        expect(joinedSeq).toBe(Math.min(...remaining.map((member) => member.joinedSeq)));
      }
    }),
  );
});

test('[REST38] of who had left before, the account alone goes: status, times and balance stay, and nobody is promoted', () => {
  const left: Member = { ...person('ylva', 'admin'), status: 'left', leftSeq: 4, leftAt: 4 };
  const before = groupOf(person('mara', 'member'), left, placeholder('jonte'));
  const change = detachAccount('account-of-ylva')(state(before, null), STAMP);
  expect(change).toEqual({
    group: { members: { ...before.members, ylva: { ...left, userId: null, version: 2 } } },
    actorId: 'ylva',
    action: 'member.detached',
    fields: ['userId'],
    entity: { kind: 'member', state: { ...left, userId: null, version: 2 } },
  });
  expect(detachAccount('account-of-ylva')(state({ ...before, ...change?.group }, null), STAMP)).toBeNull();
});

test('[INV9] whoever would delete a group that has changed since is shown it as members may see it, and no more', () => {
  const mara = person('mara', 'admin');
  const group = groupOf(mara, placeholder('jonte'));
  const attempt = () => deleteGroup(state(group, mara, { ifMatch: 7 }), STAMP);
  expect(codeOf(attempt)).toBe('stale-version');
  expect(attempt).toThrow(expect.objectContaining({ details: { current: visible(group) } }));
  expect(Object.keys(visible(group)).sort()).toEqual(Object.keys(entity.group.shape).sort());
});
