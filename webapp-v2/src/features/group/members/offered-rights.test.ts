import type { Member } from '@splitifyd/shared/contract';
import { describe, expect, test } from 'vitest';
import { offeredRights } from './offered-rights.ts';

const somebody = (id: string, of: Partial<Member> = {}) => ({ id, role: 'member', status: 'active', ...of }) as Member;
const NONE = { name: false, role: false, remove: false };

describe('the rights that are offered over a member', () => {
  test.each<[string, Member, Member | null, object]>([
    ['everybody names themselves', somebody('a'), somebody('a'), { ...NONE, name: true }],
    ['viewers too', somebody('a', { role: 'viewer' }), somebody('a', { role: 'viewer' }), { ...NONE, name: true }],
    ['members name placeholders', somebody('b', { status: 'placeholder' }), somebody('a'), { ...NONE, name: true }],
    ['viewers do not', somebody('b', { status: 'placeholder' }), somebody('a', { role: 'viewer' }), NONE],
    ['members leave each other alone', somebody('b'), somebody('a'), NONE],
    ['admins look after all others', somebody('b'), somebody('a', { role: 'admin' }), { name: true, role: true, remove: true }],
    [
      'admins leave by another way',
      somebody('a', { role: 'admin' }),
      somebody('a', { role: 'admin' }),
      { ...NONE, name: true, role: true },
    ],
    [
      'a placeholder has no role',
      somebody('b', { status: 'placeholder' }),
      somebody('a', { role: 'admin' }),
      { name: true, role: false, remove: true },
    ],
    ['who left is history', somebody('b', { status: 'left' }), somebody('a', { role: 'admin' }), NONE],
    ['nobody has no rights', somebody('b'), null, NONE],
  ])('%s', (_, member, me, rights) => {
    expect(offeredRights(member, me)).toEqual(rights);
  });
});
