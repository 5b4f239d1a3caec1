import { expect, test } from 'vitest';
import * as shape from './shapes.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const group = {
  id: ID,
  name: 'Allotment',
  description: '',
  currency: 'EUR',
  settings: { simplifyDebts: true },
  members: {},
  balances: { EUR: { ada: 5, bo: -5 } },
  seq: 2,
  version: 1,
  expenseCount: 1,
  createdAt: 1,
  lastActivityAt: 2,
  deletedAt: null,
  userIds: ['ada'],
  floorSeq: 0,
  settlementCount: 3,
  openInvites: { i: { by: 'ada', since: 1, until: 9 } },
  traceless: ['ada'],
};

test('a group is read as it was written, whatever else newer code wrote into it', () => {
  expect(shape.group.parse({ ...group, schemaVersion: 2, mascot: 'newt' })).toEqual(group);
});

test('a group of older days has the defaults of what came later', () => {
  const { settlementCount, openInvites, traceless, ...older } = group;
  expect(shape.group.parse(older)).toEqual({ ...older, settlementCount: 0, openInvites: {}, traceless: [] });
  const invited = { ...older, openInvites: { i: { by: 'ada', until: 9 } } };
  expect(shape.group.parse(invited).openInvites).toEqual({ i: { by: 'ada', since: 0, until: 9 } });
});

test('a document that is not what it should be is a fault, not a number that is none', () => {
  expect(shape.groupActivity.safeParse({ seq: '7', lastActivityAt: 1 }).success).toBe(false);
  expect(shape.notification.safeParse({ seq: Number.NaN, windowEndsAt: 1 }).success).toBe(false);
});
