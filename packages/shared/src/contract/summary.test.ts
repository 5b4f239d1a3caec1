import { expect, test } from 'vitest';
import { minor } from '../domain/index.ts';
import type { Group, Member } from './entities.ts';
import { summarise } from './summary.ts';

const member = (id: string, status: Member['status'], userId: string | null): Member => ({
  id,
  displayName: id,
  role: 'member',
  status,
  userId,
  version: 1,
  joinedSeq: 1,
  leftSeq: null,
  leftAt: null,
});

const group: Group = {
  id: 'g',
  name: 'Cabin',
  description: '',
  currency: 'EUR',
  settings: { simplifyDebts: true },
  members: { a: member('a', 'active', 'anna'), b: member('b', 'left', 'bruno'), c: member('c', 'placeholder', null) },
  balances: { EUR: { a: minor(500), c: minor(-500) }, JPY: { c: minor(70), b: minor(-70) } },
  seq: 7,
  version: 1,
  expenseCount: 2,
  createdAt: 0,
  lastActivityAt: 9,
  deletedAt: null,
};

test('[LIST13] a list tells of a group what its reader owns in it, and counts who is there', () => {
  expect(summarise(group, 'anna')).toEqual({
    id: 'g',
    name: 'Cabin',
    hasDescription: false,
    currency: 'EUR',
    memberCount: 2,
    myMemberId: 'a',
    myBalances: { EUR: 500 },
    seq: 7,
    lastActivityAt: 9,
  });
});

test('[START1] and whether it has a description, which a page on its way there leaves room for', () => {
  expect(summarise({ ...group, description: 'In May' }, 'anna')?.hasDescription).toBe(true);
});

test('[LIST13] who left the group, or never was in it, has nothing in their list', () => {
  expect([summarise(group, 'bruno'), summarise(group, 'cleo')]).toEqual([null, null]);
});
