import { LIMITS } from '@splitifyd/shared/contract';
import { describe, expect, test } from 'vitest';
import { FAREWELL_MS } from '../notifications/audience.ts';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { createExpense, deleteExpense } from './expenses.ts';
import { acceptInvite } from './joining.ts';
import { addMember } from './members.ts';
import { createSettlement } from './settlements.ts';
import { codeOf, dropped, gone, groupOf, person, placeholder, state } from './testing/household.ts';

const NOW = 10 * FAREWELL_MS;
const STAMP = { seq: 900, at: NOW };
const mara = person('mara', 'admin');
const leavers = Array.from({ length: LIMITS.placesPerGroup - 1 }, (_, nth) => gone(`p${nth}`, 100 + nth));

/** All places are taken, nearly all by people who left, one after another; `traceless` of them were never named. */
const full = (traceless: string[], more: Partial<StoredGroup> = {}): StoredGroup => ({
  ...groupOf(mara, ...leavers),
  openInvites: { old: { by: 'mara', since: 50, until: NOW + 1 }, fresh: { by: 'mara', since: 800, until: NOW + 1 } },
  traceless,
  ...more,
});

const added = (group: StoredGroup) => addMember({ id: 'new', displayName: 'Ylva' })(state(group, mara), STAMP);
const add = (group: StoredGroup) => added(group)?.group;
const inviteOf = (id: string, issuedSeq: number): StoredInvite => ({
  ...{ id, role: 'viewer', claims: null, expiresAt: NOW + 1, uses: 0, createdBy: 'mara' },
  ...{ groupId: 'g', createdAt: 1, issuedSeq, revokedAt: null },
});
const joining = (group: StoredGroup, invite: StoredInvite) =>
  acceptInvite('account-of-new', { token: 't', member: { id: 'new', displayName: 'New' }, claims: null })(
    state(group, null, { found: { kind: 'invite', state: invite } }),
    STAMP,
  );
const join = (group: StoredGroup, invite: StoredInvite) => joining(group, invite)?.group;

describe('where no place is left', () => {
  test('[REST42] who comes takes that of whoever left first without a trace', () => {
    const change = add(full(['p9', 'p3', 'p5']));
    expect(Object.keys(change?.members ?? {})).toHaveLength(LIMITS.placesPerGroup);
    expect(change?.members).not.toHaveProperty('p3');
    expect(change?.members).toHaveProperty('new');
    expect(change?.traceless).toEqual(['p9', 'p5', 'new']);
  });

  test('[REST42] the id of whoever is forgotten is kept aside, and who comes is named, by an invitation or as a placeholder', () => {
    const replaced = { memberId: 'p3', by: 'new' };
    expect(added(full(['p9', 'p3']))?.alongside).toEqual({ replaced });
    const joined = joining(full(['p9', 'p3']), inviteOf('fresh', 800))?.alongside;
    expect(joined).toEqual({ replaced, arrived: 'account-of-new', inviteUses: { id: 'fresh', uses: 1 } });
    expect(added(groupOf(mara, dropped('d')))?.alongside).toBeUndefined();
  });

  test('[REST42] nobody takes the place of whoever left a trace, is there, or is being told farewell', () => {
    expect(codeOf(() => add(full([])))).toBe('group-full');
    const there = full(['p0'], { members: { ...full([]).members, p0: placeholder('p0') } });
    expect(codeOf(() => add(there))).toBe('group-full');
    const leaving = (leftAt: number) => full(['p0'], { members: { ...full([]).members, p0: { ...gone('p0'), leftAt } } });
    expect(codeOf(() => add(leaving(NOW - FAREWELL_MS + 1)))).toBe('group-full');
    expect(codeOf(() => add(leaving(NOW - FAREWELL_MS)))).toBe('done');
  });

  test('[REST8] [REST42] invitations issued before the forgotten one left let nobody in any more, and none ends by being accepted', () => {
    expect(add(full(['p3']))?.openInvites).toEqual({ fresh: { by: 'mara', since: 800, until: NOW + 1 } });
    expect(codeOf(() => join(full(['p3']), inviteOf('old', 50)))).toBe('group-full');
    const change = join(full(['p3']), inviteOf('fresh', 800));
    expect(change?.members).not.toHaveProperty('p3');
    expect(change?.openInvites).toHaveProperty('fresh');
    expect(change?.userIds).toContain('account-of-new');
  });

  test('[REST9] seats are bounded as ever', () => {
    const seated = Array.from({ length: LIMITS.membersPerGroup - 1 }, (_, nth) => placeholder(`s${nth}`));
    const rest = leavers.slice(0, LIMITS.placesPerGroup - LIMITS.membersPerGroup);
    const group = { ...full(['p3']), members: groupOf(mara, ...seated, ...rest).members };
    expect(codeOf(() => add(group))).toBe('group-full');
  });
});

test('[REST42] as long as there are places nobody is forgotten, and no invitation ends', () => {
  const group: StoredGroup = { ...groupOf(mara, dropped('d')), traceless: ['d'] };
  expect(add(group)).toEqual({ members: { ...group.members, new: expect.anything() }, traceless: ['d', 'new'] });
});

describe('a trace', () => {
  const jonte = person('jonte', 'member');
  const group: StoredGroup = {
    ...groupOf(mara, jonte, person('ylva', 'member'), person('tove', 'member')),
    traceless: ['jonte', 'ylva', 'tove'],
  };
  const bill = {
    ...{ id: 'e', description: 'Soup', date: '2026-03-14', category: 'other', currency: 'EUR', note: '', amount: 1000 },
    ...{ payers: { mara: 1000 }, split: { mode: 'equal', entries: { ylva: 1 } } },
  } as unknown as Parameters<typeof createExpense>[0];

  test('[REST42] is left by an expense: of its author and of everybody it names', () => {
    expect(createExpense(bill)(state(group, jonte), STAMP)?.group.traceless).toEqual(['tove']);
    expect(createExpense(bill)(state({ ...group, traceless: ['tove'] }, mara), STAMP)?.group).not.toHaveProperty('traceless');
  });

  test('[REST42] is left by deleting what others wrote, too', () => {
    const made = createExpense(bill)(state(group, mara), STAMP);
    const found = made?.entity.kind === 'expense' ? made.entity : null;
    if (!found) throw new Error('nothing was made');
    const after = { ...group, ...made?.group };
    expect(deleteExpense(state(after, jonte, { found, ifMatch: 1 }), STAMP)?.group.traceless).toEqual(['tove']);
  });

  test('[REST42] is left by a settlement: of both sides', () => {
    const payment = {
      id: 's',
      from: 'jonte',
      to: 'ylva',
      amount: 500,
      currency: 'EUR',
      date: '2026-03-14',
      note: '',
    } as unknown as Parameters<typeof createSettlement>[0];
    expect(createSettlement(payment)(state(group, mara), STAMP)?.group.traceless).toEqual(['tove']);
  });
});
