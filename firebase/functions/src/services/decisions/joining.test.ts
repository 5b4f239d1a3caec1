import { LIMITS, type Member } from '@splitifyd/shared/contract';
import { describe, expect, test } from 'vitest';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { isPlaceKept } from './invites.ts';
import { acceptInvite } from './joining.ts';
import { detachAccount } from './leaving.ts';
import { addMember } from './members.ts';
import { codeOf, dropped, gone, invitation, inviting, person, placeholder, state } from './testing/household.ts';

const STAMP = { seq: 50, at: 5000 };
const mara = person('mara', 'admin');
const joins = (group: StoredGroup, { claims = null, shown = invitation }: { claims?: string | null; shown?: StoredInvite | null } = {}) =>
  acceptInvite('account-of-new', { token: 't', member: { id: 'new', displayName: 'New' }, claims })(
    state(group, null, { found: shown && { kind: 'invite', state: shown } }),
    STAMP,
  );

test('[REST36] whoever is let in gets a place, the role of the invitation, and is counted by it', () => {
  const change = joins(inviting());
  expect(change?.group.members?.new).toMatchObject({ status: 'active', userId: 'account-of-new', role: 'viewer', joinedSeq: 50 });
  expect(change?.group.userIds).toEqual(['account-of-mara', 'account-of-new']);
  expect(change?.alongside).toMatchObject({ inviteUses: { id: 'i', uses: 4 } });
});

test('[REST36] nobody is let in by what is no invitation, or ends at that moment', () => {
  expect(codeOf(() => joins(inviting(), { shown: null }))).toBe('not-found');
  expect(codeOf(() => joins({ ...inviting(), openInvites: {} }))).toBe('invite-expired');
  expect(codeOf(() => joins({ ...inviting(), openInvites: { i: { by: 'mara', since: 9, until: 5000 } } }))).toBe('invite-expired');
});

describe('claiming', () => {
  const cases: [Member, string][] = [
    [placeholder('jonte'), 'done'],
    [dropped('jonte'), 'member-unavailable'],
    [gone('jonte'), 'member-unavailable'],
    [person('jonte', 'viewer'), 'already-claimed'],
  ];
  test.for(cases)('[REST8] only a placeholder that is there is given away ($0.status of $0.userId: $1)', ([member, outcome]) => {
    expect(codeOf(() => joins(inviting(member), { claims: 'jonte' }))).toBe(outcome);
  });

  test('[REST8] an invitation that names a placeholder gives that one, whatever is asked for', () => {
    const group = inviting(placeholder('jonte'), placeholder('ylva'));
    const change = joins(group, { claims: 'ylva', shown: { ...invitation, claims: 'jonte' } });
    expect(change?.entity).toMatchObject({ state: { id: 'jonte', userId: 'account-of-new', role: 'viewer', version: 2 } });
    expect(codeOf(() => joins(group, { claims: 'nobody' }))).toBe('member-unavailable');
  });

  test('[REST38] who claims an old place has not been there longer than those who joined meanwhile', () => {
    const group = inviting({ ...placeholder('jonte'), joinedSeq: 2 }, person('tove', 'member', 40));
    const change = joins(group, { claims: 'jonte' });
    expect(change?.group.members?.jonte?.joinedSeq).toBe(50);
    const after = { ...group, ...change?.group };
    const end = detachAccount('account-of-mara')(state(after, null), { seq: 51, at: 5001 });
    expect(end?.group.members).toMatchObject({ tove: { role: 'admin' }, jonte: { role: 'viewer' } });
  });
});

test('[REST8] who left comes back into the same place, with the role of the newer invitation', () => {
  const held: Member = { ...gone('old', 9), userId: 'account-of-new', role: 'admin' };
  expect(codeOf(() => joins(inviting(held), { shown: { ...invitation, issuedSeq: 8 } }))).toBe('invite-expired');
  const change = joins(inviting(held));
  expect(change?.entity).toMatchObject({
    state: { id: 'old', status: 'active', role: 'viewer', joinedSeq: 50, leftSeq: null, leftAt: null },
  });
  expect(joins(inviting({ ...held, status: 'active', leftSeq: null, leftAt: null }))).toBeNull();
});

test('[REST8] an invitation whose placeholder is none any more lets in nobody, not even who left before it was made', () => {
  const held: Member = { ...gone('old', 9), userId: 'account-of-new' };
  const back = (jonte: Member) => codeOf(() => joins(inviting(held, jonte), { shown: { ...invitation, claims: 'jonte' } }));
  expect([placeholder('jonte'), person('jonte', 'viewer'), dropped('jonte')].map(back)).toEqual([
    'done',
    'already-claimed',
    'member-unavailable',
  ]);
});

test('[REST8] an invitation to a place that was claimed and given up since lets in nobody; a newer one does', () => {
  const givenUp: Member = { ...placeholder('jonte'), joinedSeq: 20 };
  const by = (issuedSeq: number) => codeOf(() => joins(inviting(givenUp), { shown: { ...invitation, claims: 'jonte', issuedSeq } }));
  expect([by(19), by(21)]).toEqual(['already-claimed', 'done']);
  expect([19, 21].map((issuedSeq) => isPlaceKept({ ...invitation, claims: 'jonte', issuedSeq }, inviting(givenUp)))).toEqual([false, true]);
  expect(isPlaceKept(invitation, inviting(givenUp))).toBe(true);
});

test('[REST34] whoever comes in loses the note of an earlier departure, also where nobody knows any more which place they had', () => {
  const back: Member = { ...gone('old', 9), userId: 'account-of-new' };
  const ways = [joins(inviting()), joins(inviting(back)), joins(inviting(placeholder('jonte')), { claims: 'jonte' })];
  for (const change of ways) expect(change?.alongside).toMatchObject({ arrived: 'account-of-new' });
});

describe('room', () => {
  const many = (count: number, make: (id: string) => Member) => Array.from({ length: count }, (_, nth) => make(`p${nth}`));
  const add = (group: StoredGroup) => codeOf(() => addMember({ id: 'one-more', displayName: 'Ylva' })(state(group, mara), STAMP));
  const back = { ...gone('old', 9), userId: 'account-of-new' };

  test('[REST9] so many members are there and no more, whether they come, are added or come back', () => {
    const full = inviting(...many(LIMITS.membersPerGroup - 1, placeholder));
    expect(add(full)).toBe('group-full');
    expect(codeOf(() => joins(full))).toBe('group-full');
    expect(codeOf(() => joins({ ...full, members: { ...full.members, old: back } }))).toBe('group-full');
    expect(codeOf(() => joins(full, { claims: 'p0' }))).toBe('done');
  });

  test('[REST9] who left takes up no seat, until the document holds as many as it may', () => {
    expect(add(inviting(...many(LIMITS.membersPerGroup, dropped)))).toBe('done');
    expect(add(inviting(...many(LIMITS.placesPerGroup - 2, dropped)))).toBe('done');
    const full = inviting(...many(LIMITS.placesPerGroup - 1, dropped));
    expect(add(full)).toBe('group-full');
    expect(codeOf(() => joins(full))).toBe('group-full');
    expect(codeOf(() => joins({ ...full, members: { ...full.members, old: back } }))).toBe('done');
  });

  test('[REST8] an id by which the group knows anybody is not given again, whether they are there or left', () => {
    const add = (member: Member) => codeOf(() => addMember({ id: member.id, displayName: 'Ylva' })(state(inviting(member), mara), STAMP));
    for (const member of [placeholder('a'), dropped('a'), gone('a'), person('a', 'viewer')]) expect(add(member)).toBe('id-in-use');
  });
});
