import { describe, expect, test } from 'vitest';
import type { Member } from './entities.ts';
import { activeMemberOf, isPresent, memberOf, rightsOver } from './membership.ts';

const somebody = (id: string, of: Partial<Member> = {}): Member => ({
  id,
  displayName: id,
  role: 'member',
  status: 'active',
  userId: `account-of-${id}`,
  version: 1,
  joinedSeq: 1,
  leftSeq: null,
  leftAt: null,
  ...of,
});
const NONE = { name: false, role: false, remove: false };
const ALL = { name: true, role: true, remove: true };

describe('[REST30] [REST32] the rights over a member', () => {
  const admin = somebody('a', { role: 'admin' });
  const viewer = somebody('a', { role: 'viewer' });
  const placeholder = somebody('b', { status: 'placeholder', userId: null });
  test.each<[string, Member, Member | null, object]>([
    ['everybody names themselves and may leave', somebody('a'), somebody('a'), { ...NONE, name: true, remove: true }],
    ['viewers too', viewer, viewer, { ...NONE, name: true, remove: true }],
    ['members name placeholders', placeholder, somebody('a'), { ...NONE, name: true }],
    ['viewers do not', placeholder, viewer, NONE],
    ['members leave each other alone', somebody('b'), somebody('a'), NONE],
    ['admins look after all others', somebody('b'), admin, ALL],
    ['and after themselves', admin, admin, ALL],
    ['and after placeholders', placeholder, admin, ALL],
    ['who left is history', somebody('b', { status: 'left' }), admin, NONE],
    ['nobody has no rights', somebody('b'), null, NONE],
  ])('%s', (_, member, actor, rights) => {
    expect(rightsOver(member, actor)).toEqual(rights);
  });
});

test('who left keeps the place and is not there', () => {
  const [active, left] = [somebody('a'), somebody('b', { status: 'left' })];
  const group = { members: { a: active, b: left } };
  expect([memberOf(group, 'account-of-b'), activeMemberOf(group, 'account-of-b')]).toEqual([left, null]);
  expect([active, somebody('c', { status: 'placeholder' }), left, null, undefined].map(isPresent)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
