import type { Group, Member } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../i18n/en.ts';
import { createI18n } from '../../i18n/i18n.ts';
import { createPeople } from './people.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en'], now: () => 0 });

const member = (id: string, displayName: string, status: Member['status'] = 'active'): Member => ({
  id,
  displayName,
  role: 'member',
  status,
  userId: null,
  version: 1,
  joinedSeq: 1,
  leftSeq: null,
  leftAt: null,
});
const members = { z: member('z', 'Zoë'), a: member('a', 'Ada'), b: member('b', 'Bo', 'left'), c: member('c', 'Cy', 'placeholder') };
const group: Group = {
  id: 'g',
  name: 'Cabin',
  description: '',
  currency: 'EUR',
  settings: { simplifyDebts: true },
  members,
  balances: {},
  seq: 1,
  version: 1,
  expenseCount: 0,
  createdAt: 0,
  lastActivityAt: 0,
  deletedAt: null,
};

test('the reader comes first, the others by name', () => {
  expect(createPeople(group, members.z, i18n).all.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c']);
});

test('who left takes part in nothing new, who has no account yet does', () => {
  expect(createPeople(group, members.z, i18n).present.map(({ id }) => id)).toEqual(['z', 'a', 'c']);
});

test('the reader is "you", others have their names, and a member nobody knows is somebody', () => {
  const people = createPeople(group, members.z, i18n);
  expect([people.nameOf('z'), people.fromNameOf('z'), people.toNameOf('z'), people.labelOf('z')]).toEqual([
    'You',
    'you',
    'you',
    'Zoë (you)',
  ]);
  expect([people.nameOf('b'), people.nameOf('?')]).toEqual(['Bo', 'Somebody']);
});
